"""The store is opened once, by whoever asks first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from queries.store import Store, StoreError
from tui.errors import Notice
from tui.store.store_handle import StoreHandle

if TYPE_CHECKING:
    from pathlib import Path

    from tui.store.store_handle import Talk


NOTICE = Notice("older_store", "x.duckdb")


def test_the_store_is_opened_once_however_many_ask(small_store: Path) -> None:
    opened = []

    def opener(path: Path, _talk: Talk) -> Store:
        opened.append(path)
        return Store(path)

    store_handle = StoreHandle(small_store, opener)
    with ThreadPoolExecutor(4) as threads:
        stores = [thread.result() for thread in [threads.submit(store_handle.open) for _ in range(4)]]
    assert len(set(map(id, stores))) == 1
    assert opened == [small_store]
    store_handle.close()


def test_who_asks_is_told_why_the_store_cannot_be_opened(tmp_path: Path) -> None:
    store_handle = StoreHandle(tmp_path / "none.duckdb")
    for _ in range(2):
        with pytest.raises(StoreError, match="no store"):
            store_handle.open()


def test_the_listener_hears_what_the_opener_tells(small_store: Path) -> None:
    heard: list[Notice] = []

    def opener(path: Path, talk: Talk) -> Store:
        talk(NOTICE)
        return Store(path)

    store_handle = StoreHandle(small_store, opener)
    store_handle.listener = heard.append
    store_handle.open()
    assert heard == [NOTICE]
    store_handle.close()
