"""Opening the store: built where there is none, rebuilt where it was made from older data."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.errors import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from queries.store import Store


def build_first(path: Path, progress: Callable[[float, str], None] = lambda _done, _what: None) -> None:
    """Build the store where there is none; one that another process has built meanwhile is accepted.

    Raises:
        StoreBusyError: it must not or cannot be written.
    """
    from data.store.build import build
    from data.store.publish import StoreChangedError

    with suppress(StoreChangedError):
        build(path, progress)


def open_store(
    path: Path,
    talk: Callable[[Notice], None] = lambda _notice: None,
    settings: Mapping[str, str | int] | None = None,
) -> Store:
    """The open store at ``path``; for a worker or a plain verb, because it may take half a second.

    A store of an older release is rebuilt, with the reports that were added to it; if it holds what cannot be rebuilt, or
    cannot be written, it is opened as it is.

    Args:
        path: the DuckDB file.
        talk: told when a store has to be built.
        settings: overrides of `queries.store.SETTINGS`.

    Raises:
        StoreError: the store cannot be read.
        StoreBusyError: there is none and none can be built.
    """
    from queries.store import TEXTLESS, Store

    if not path.exists():
        talk(Notice("first_build", path))
        build_first(path)
    from data.store.release import release

    store = Store(path, settings)
    if store.release == release():
        return store
    # Reading reports is a large part of the program: it is imported only where something has to be built.
    from data.store.shipped import heads

    if not {row.sha256 for row in store.ask(TEXTLESS)} <= {head.sha256 for head in heads()}:
        return store
    store.close()
    _rebuild(path, talk)
    return Store(path, settings)


def _rebuild(path: Path, talk: Callable[[Notice], None]) -> None:
    """Rebuild a store of an older release; it stays as it is if it cannot be."""
    from data.store.build import build
    from data.store.publish import DataLossError, StoreBusyError, StoreChangedError

    talk(Notice("older_store", path))
    try:
        if aside := build(path):
            talk(Notice("damaged_aside", aside))
    except DataLossError:
        pass  # it holds what cannot be rebuilt, and is opened as it is
    except StoreChangedError:
        pass  # another explorer has rebuilt it meanwhile
    except StoreBusyError as error:
        talk(Notice("older_store_stays", path, error))
