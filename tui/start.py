"""Starting the explorer: configuration first, because Textual reads its environment when it is imported."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.config import ConfigError, config_file, read_config

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BAD_CONFIG = 2


def run(db: Path, lang: str | None = None, build: Callable[[Path, Callable[[float, str], None]], None] | None = None) -> int:
    """Open the explorer on the store ``db`` and give the exit status.

    Args:
        db: the DuckDB file.
        lang: ``vi`` or ``en``; None for the configured or last one.
        build: makes the file where there is none, telling its progress (share done, what).
    """
    try:
        config = read_config(config_file())
    except ConfigError as error:
        print(f"xulang: {error}", file=sys.stderr)
        return BAD_CONFIG
    config.prepare()
    from tui.app import XulangApp

    app = XulangApp(db, lang=lang, build=build, config=config)
    app.run()
    return app.return_code or 0
