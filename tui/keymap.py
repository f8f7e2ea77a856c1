"""Whether the keys that a configuration gives to actions exist and are free: one that would do nothing is told, not lost."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual.binding import Binding
from textual.keys import REPLACED_KEYS, Keys, key_to_character

from tui.config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import ModuleType

ROOT = Path(__file__).parent
COMMON = ("tui.app", "tui.screens.page", "tui.widgets.grid")
"""The modules whose keys work nearly everywhere, so that no other place but a window may take them."""

MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which Textual names them."""
NEVER_SENT = frozenset(("return", "ctrl-at"))
"""Names that Textual keeps for keys of which it sends others: enter, ctrl+@."""
NAMED = {one.value.rpartition("+")[2] for one in Keys if one.value[0] != "<"} - NEVER_SENT | {*FUNCTIONAL_KEYS.values()}
"""The keys that stand for no character."""


class _Bound(NamedTuple):
    """An action: its id, and its keys as they come."""

    id: str
    keys: frozenset[str]


def require_known_keys(path: Path, keymap: Mapping[str, str]) -> None:
    """Check that there are such keys.

    Args:
        path: the configuration file.
        keymap: keys by the id of an action.

    Raises:
        ConfigError: a terminal sends no such key.
    """
    for name, keys in keymap.items():
        if unknown := sorted(key for key in _keys(keys) if not _is_key(key)):
            raise ConfigError("config_no_key", path, key=f"[keymap] {name}", value=repr(unknown[0]))


def _is_key(text: str) -> bool:
    *held, key = text.split("+")
    if held != [one for one in MODIFIERS if one in held] or (held and len(key) == 1 and key.isupper()):
        return False
    return key in NAMED or key_to_character(REPLACED_KEYS.get(key, key)) is not None


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
