"""Opening the store for people: built where there is none, built anew where the program's data have moved on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.store import Store


def open_store(path: Path, talk: Callable[[str], None] = lambda _what: None) -> Store:
    """The open store at ``path``; for a worker or a plain verb, because it may take half a second.

    A store of an older release is built anew, with the reports that were added to it; if it holds what cannot be built anew, or
    cannot be written, it is opened as it is.

    Args:
        path: the DuckDB file.
        talk: told when a store has to be built.

    Raises:
        StoreError: the store cannot be read.
        UsageError: there is none and none can be built.
    """
    from data.store.build import build
    from data.store.publish import LossError, StoreBusyError
    from data.store.shipped import release
    from queries.store import Store
    from tui.verbs.reading import build_quietly

    if not path.is_file():
        talk(f"building the store at {path} (first use)")
        build_quietly(path)
    store = Store(path)
    if store.release == release():
        return store
    store.close()
    try:
        build(path)
        talk(f"the store at {path} was built anew from newer data")
    except LossError:
        pass
    except StoreBusyError as error:
        talk(f"the store is of an older release and stays so: {error}")
    return Store(path)
