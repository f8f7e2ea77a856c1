"""A memoising dictionary: a missing key is worked out once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memo(dict[Key, Value]):
    """A dictionary that calls a function for a key it does not have, and keeps the answer."""

    def __init__(self, find_out: Callable[[Key], Value]) -> None:
        self._find_out = find_out

    def __missing__(self, key: Key) -> Value:
        value = self[key] = self._find_out(key)
        return value
