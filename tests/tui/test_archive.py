"""The store is opened once, early, and whoever asks for it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.store import Store, StoreError
from tui.archive import Archive
from tui.errors import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from tui.archive import Talk


NOTICE = Notice("older_store", "x.duckdb")


def test_the_store_is_opened_once_however_many_ask(small_store: Path) -> None:
    opened = []

    def opener(path: Path, _talk: Talk) -> Store:
        opened.append(path)
        return Store(path)

    archive = Archive(small_store, opener)
    archive.open_early()
    assert archive.store() is archive.store()
    assert opened == [small_store]
    archive.close()


def test_who_asks_is_told_why_the_store_cannot_be_opened(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "none.duckdb")
    archive.open_early()
    with pytest.raises(StoreError, match="no store"):
        archive.store()


def test_what_the_opener_tells_waits_until_somebody_listens(small_store: Path) -> None:
    heard: list[Notice] = []

    def opener(path: Path, talk: Talk) -> Store:
        talk(NOTICE)
        return Store(path)

    archive = Archive(small_store, opener)
    archive.open_early()
    assert heard == []
    archive.listen(heard.append)
    archive.store()
    assert heard == [NOTICE]
    archive.close()


def test_closing_waits_for_no_listener(small_store: Path) -> None:
    def opener(path: Path, talk: Talk) -> Store:
        talk(NOTICE)
        return Store(path)

    archive = Archive(small_store, opener)
    archive.open_early()
    archive.close()
