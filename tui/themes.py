"""The three themes: dark, light, high contrast."""

from __future__ import annotations

from textual.theme import Theme

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


def following(name: str) -> str:
    """The theme after ``name`` in the round dark, light, contrast."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
