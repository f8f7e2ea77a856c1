"""The explorer itself, started from the command line."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tui.config import config_file, read_config
from tui.errors import UsageError
from tui.store.opening import build_first, open_store
from tui.store.store_handle import StoreHandle

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


# Panes ask for windows of rows; what the console sorts beyond this goes to the disk.
SETTINGS = {"memory_limit": "64MB"}
# Read by DuckDB's allocator when it is imported: memory that a question has used goes back at once.
FREE = ("DUCKDB_JE_MALLOC_CONF", "dirty_decay_ms:0,muzzy_decay_ms:0")
# Set by the server that shows the explorer in a browser, where there is no terminal.
SERVED = "TEXTUAL_DRIVER"


@contextmanager
def without_tls() -> Iterator[None]:
    """Let asyncio be imported as by a Python that has no TLS, which takes 4 MB: nothing here reaches the network."""
    kept = sys.modules.get("ssl")
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["ssl"]
        if kept is not None:
            sys.modules["ssl"] = kept


def explore(options: argparse.Namespace) -> int:
    """Open the explorer; the first run builds the store under a progress bar.

    Raises:
        UsageError: standard input or output is no terminal.
        ConfigError: the configuration file is faulty.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and SERVED not in os.environ:
        raise UsageError("needs_terminal")
    config = read_config(config_file())
    # Nothing that is imported is garbage, and looking for some takes a sixth of the start; the app begins to look once it stands.
    gc.disable()
    # A question begins beside what is being painted, and keys beside its answer, after a millisecond instead of five.
    sys.setswitchinterval(0.001)
    # Textual reads its environment when it is imported, so the configuration comes first.
    config.prepare()
    os.environ.setdefault(*FREE)
    store_handle = StoreHandle(options.db, partial(open_store, settings={**SETTINGS, **config.limits}))
    with without_tls():
        from tui.app import XulangApp

    if config.keymap:
        from tui.keymap import require_free_keys, require_known_keys

        require_known_keys(config_file(), config.keymap)
        require_free_keys(config_file(), config.keymap)
    app = XulangApp(store_handle, lang=options.lang, build=build_first, config=config)
    app.run()
    if "duckdb" in sys.modules:
        # Writing the store imports all of DuckDB, which tells the terminal of leaks if the engine under it is never garbage.
        gc.unfreeze()
    return app.return_code or 0
