"""Themes of Textual for the explorer: the colours that only it has are mixed from theirs, so that all words can be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.color import BLACK, WHITE, Color
from textual.theme import BUILTIN_THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.theme import Theme

READABLE = 4.5
"""The contrast that small letters need at least."""
_MADE = ("primary", "secondary", "accent", "foreground", "background", "surface", "success", "error", "warning")
_SHARES = (0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05)


def adapted_theme(name: str) -> Theme:
    """The theme of Textual called ``name``, with all colours of the explorer.

    Raises:
        KeyError: there is none.
    """
    theme = BUILTIN_THEMES[name]
    generated = theme.to_color_system().generate()
    made = {role: Color.parse(generated[role]) for role in _MADE}
    ground, panel, primary = made["background"], made["surface"], made["primary"]
    words = _read_on([ground, panel], [made["foreground"]], WHITE if theme.dark else BLACK)
    far = WHITE if theme.dark else BLACK
    mixed = {
        "dim": _read_on([ground, panel], [words.blend(ground, share) for share in _SHARES], words),
        "rule": ground.blend(words, 0.25),
        "cursor": _under(words, [ground.blend(primary, share) for share in _SHARES[3:]]),
        "cursor-idle": ground.blend(words, 0.08),
        "cell": primary,
        "cell-text": _best_on(primary),
        "lit": made["accent"],
        "lit-text": _best_on(made["accent"]),
        "bright": words.blend(far, 0.6),
        "target": _read_on([ground], [made["secondary"], made["accent"]], words),
    }
    clear = {
        role: _read_on([ground, panel], [made[role].blend(far, share) for share in (0, *reversed(_SHARES))], words).hex
        for role in ("primary", "accent", "success", "error", "warning")
    }
    return replace(
        theme, foreground=words.hex, background=ground.hex, surface=ground.hex, panel=panel.hex,
        primary=clear["primary"], accent=clear["accent"], success=clear["success"], error=clear["error"],
        warning=clear["warning"],
        variables={**theme.variables, "block-cursor-text-style": "none", **{role: colour.hex for role, colour in mixed.items()}},
    )  # fmt: skip


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours as accessibility guidelines reckon it: 1 none, 21 black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _read_on(grounds: Sequence[Color], candidates: Sequence[Color], otherwise: Color) -> Color:
    """The first candidate that can be read on all grounds."""
    return next((one for one in candidates if all(contrast(one, ground) >= READABLE for ground in grounds)), otherwise)


def _under(words: Color, grounds: Sequence[Color]) -> Color:
    """The first ground that the words can be read on."""
    return next((one for one in grounds if contrast(words, one) >= READABLE), grounds[-1])


def _best_on(ground: Color) -> Color:
    return max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))
