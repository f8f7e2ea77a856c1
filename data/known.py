"""What is found out once: a dictionary that works out a value when its key is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Key = TypeVar("Key")
Value = TypeVar("Value")


class Known(dict[Key, Value]):
    """Values by their keys; ``known[key]`` of a new key calls what finds them out, and keeps the answer."""

    def __init__(self, find_out: Callable[[Key], Value]) -> None:
        self._find_out = find_out

    def __missing__(self, key: Key) -> Value:
        value = self[key] = self._find_out(key)
        return value
