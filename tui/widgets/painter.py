"""Turns drawn lines into strips: roles become colours of the theme.

The colours are taken from the theme's variables and not from component classes: Textual works out the rules of every component
class of every widget again whenever the focus moves, which was half of the time until the first picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tui.draw import Line, line_width

if TYPE_CHECKING:
    from textual.widget import Widget

# Role: colour, ground, bold. The names are variables of the theme; an empty ground is that of the widget.
LOOKS = {
    "plain": ("foreground", "", False),
    "dim": ("dim", "", False),
    "bright": ("bright", "", True),
    "good": ("success", "", False),
    "bad": ("error", "", False),
    "disputed": ("warning", "", False),
    "accent": ("primary", "", False),
    "target": ("target", "", False),
    "lit": ("lit-text", "lit", True),
    "label": ("background", "accent", True),
    "head": ("dim", "", False),
    "head-focus": ("bright", "", True),
    "cursor": ("foreground", "cursor", False),
    "idle": ("foreground", "cursor-idle", False),
    "cell": ("cell-text", "cell", True),
}
OWN_GROUND = ("cell", "lit", "label")


class Painter:
    """Paints lines for one widget and caches its colours; call `reset` when the theme or the focus changes.

    Args:
        widget: the widget; its background is the ground.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, str], Style] = {}

    def reset(self) -> None:
        """Drop the cached colours."""
        self._styles.clear()

    def style(self, role: str, ground: str = "") -> Style:
        """The colours of a role, on the ground of the cursor line where ``ground`` names one."""
        key = (role, ground)
        if key not in self._styles:
            colour, own, bold = LOOKS[role]
            under = own or (LOOKS[ground][1] if ground and role not in OWN_GROUND else "")
            chosen = self._widget.app.theme_variables
            below = Color.parse(chosen[under]) if under else self._widget.background_colors[1]
            self._styles[key] = Style(color=Color.parse(chosen[colour]).rich_color, bgcolor=below.rich_color, bold=bold)
        return self._styles[key]

    def strip(self, line: Line, cells: int, ground: str = "") -> Strip:
        """A strip of exactly ``cells`` terminal cells."""
        segments = [Segment(text, self.style(role, ground)) for text, role in line if text]
        taken = line_width(line)
        if taken < cells:
            segments.append(Segment(" " * (cells - taken), self.style("plain", ground)))
        strip = Strip(segments, max(taken, cells))
        return strip.crop(0, cells) if taken > cells else strip
