"""The three themes: dark, light, high contrast; and the one that the configuration may add."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.words import Words

DARK = Theme(
    name="xulang-dark", dark=True,
    primary="#5fb3c8", secondary="#7f9fb5", accent="#e8c36a", foreground="#d9dde0", background="#14181c",
    surface="#14181c", panel="#1d2329", success="#7cc48a", error="#e07a72", warning="#e0a458",
    variables={"dim": "#87929b", "rule": "#39434c", "cursor": "#23404b", "cursor-idle": "#232b32", "cell": "#5fb3c8",
               "cell-text": "#0d1114", "lit": "#e8c36a", "lit-text": "#14181c", "bright": "#ffffff",
               "target": "#a9a3d6", "block-cursor-text-style": "none"},
)  # fmt: skip
LIGHT = Theme(
    name="xulang-light", dark=False,
    primary="#0b6a80", secondary="#48657a", accent="#8a5a00", foreground="#23292e", background="#fbfaf7",
    surface="#fbfaf7", panel="#efece4", success="#1d7a35", error="#b3261e", warning="#a85a00",
    variables={"dim": "#69727a", "rule": "#c9c6bd", "cursor": "#cfe6ec", "cursor-idle": "#eceae3", "cell": "#0b6a80",
               "cell-text": "#ffffff", "lit": "#f3d27a", "lit-text": "#23292e", "bright": "#000000",
               "target": "#5b4fa2", "block-cursor-text-style": "none"},
)  # fmt: skip
CONTRAST = Theme(
    name="xulang-contrast", dark=True,
    primary="#00ffff", secondary="#ffffff", accent="#ffff00", foreground="#ffffff", background="#000000",
    surface="#000000", panel="#000000", success="#00ff66", error="#ff6666", warning="#ffb000",
    variables={"dim": "#c8c8c8", "rule": "#ffffff", "cursor": "#0000d0", "cursor-idle": "#303030", "cell": "#ffff00",
               "cell-text": "#000000", "lit": "#ffff00", "lit-text": "#000000", "bright": "#ffffff",
               "target": "#ff9cff", "block-cursor-text-style": "bold"},
)  # fmt: skip

THEMES = (DARK, LIGHT, CONTRAST)
NAMED = {theme.name: theme for theme in THEMES}
NAMES = {"dark": DARK.name, "light": LIGHT.name, "contrast": CONTRAST.name}
OWN = "own"
"""The name of a theme made of the configuration's own colours."""


def themes(chosen: str | Mapping[str, str]) -> dict[str, Theme]:
    """The themes by name, in the order in which the key goes through them: a theme of the configuration comes first.

    Args:
        chosen: the configuration's theme: a name, or colours with the name of the theme that they change.
    """
    own = _own(chosen)
    return {own.name: own, **NAMED} if own else NAMED


def next_theme(name: str, among: Mapping[str, Theme]) -> str:
    """The theme after ``name`` in the round."""
    names = list(among)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]


def theme_label(name: str, say: Words) -> str:
    """What a theme is called in the language in use."""
    return say(f"theme.{name}") if say.has(f"theme.{name}") else name


def _own(chosen: str | Mapping[str, str]) -> Theme | None:
    if isinstance(chosen, str):
        return _called(chosen) if chosen and chosen not in NAMES else None
    base = _called(chosen.get("base", "dark"))
    colours = {name: colour for name, colour in chosen.items() if name != "base"}
    known = {one.name for one in fields(Theme)}
    main = {name: colour for name, colour in colours.items() if name in known}
    others = {name: colour for name, colour in colours.items() if name not in known}
    return replace(base, name=OWN, variables={**base.variables, **others}, **main)  # type: ignore[arg-type]


def _called(name: str) -> Theme:
    """One of the three, or a theme of Textual with the colours that only the explorer has."""
    if name in NAMES:
        return NAMED[NAMES[name]]
    from tui.textual_themes import adapted_theme

    return adapted_theme(name)
