"""Whether the keys that a configuration gives to actions are free: a key that is taken from another action is told, not lost."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

from tui.config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import ModuleType

ROOT = Path(__file__).parent
COMMON = ("tui.app", "tui.screens.page", "tui.widgets.grid")
"""The modules whose keys work nearly everywhere, so that no other place but a window may take them."""


class _Bound(NamedTuple):
    """An action: its id, and its keys as they come."""

    id: str
    keys: frozenset[str]


def require_free_keys(path: Path, keymap: Mapping[str, str]) -> None:
    """Check the keys that a configuration gives to actions.

    Only the modules of these actions are imported, and those of the keys that work nearly everywhere.

    Args:
        path: the configuration file.
        keymap: keys by the id of an action, all of them known.

    Raises:
        ConfigError: a new key of an action belongs to another one that is within reach at the same time.
    """
    common = [bound for name in COMMON for _, own in _classes(import_module(name)) for bound in own]
    for module in _modules_of(keymap):
        for is_window, own in _classes(module):
            for bound in own:
                if bound.id in keymap:
                    _require_free(path, bound, [*own, *(() if is_window else common)], keymap)


def _require_free(path: Path, bound: _Bound, within_reach: Iterable[_Bound], keymap: Mapping[str, str]) -> None:
    new = _keys(keymap[bound.id]) - bound.keys
    for other in within_reach:
        held = _keys(keymap[other.id]) if other.id in keymap else other.keys
        if other.id != bound.id and (taken := sorted(new & held)):
            raise ConfigError("config_taken_key", path, key=f"[keymap] {bound.id}", value=taken[0], other=other.id)


def _keys(text: str) -> frozenset[str]:
    return frozenset(key.strip() for key in text.split(","))


def _modules_of(ids: Iterable[str]) -> Iterator[ModuleType]:
    """The modules whose files name one of these actions."""
    marks = [f'id="{one}"' for one in ids]
    for file in (ROOT / "app.py", *sorted((ROOT / "screens").glob("*.py")), *sorted((ROOT / "widgets").glob("*.py"))):
        text = file.read_text(encoding="utf-8")
        if any(mark in text for mark in marks):
            yield import_module(".".join(["tui", *file.relative_to(ROOT).with_suffix("").parts]))


def _classes(module: ModuleType) -> Iterator[tuple[bool, list[_Bound]]]:
    """The actions of every class that a module defines, and whether it is a window, over which other keys do nothing."""
    from textual.screen import ModalScreen

    for kind in vars(module).values():
        if inspect.isclass(kind) and kind.__module__ == module.__name__ and vars(kind).get("BINDINGS"):
            own = [one for one in vars(kind)["BINDINGS"] if isinstance(one, Binding) and one.id]
            yield issubclass(kind, ModalScreen), [_Bound(one.id, _keys(one.key)) for one in own if one.id]
