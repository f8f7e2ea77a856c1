"""From drawn lines to strips: roles become the colours of the theme, through component classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.draw import ROLES, Line, line_width

if TYPE_CHECKING:
    from textual.widget import Widget

GROUNDS = ("cursor", "idle", "cell")
COMPONENTS = {f"draw--{role}" for role in (*ROLES, *GROUNDS, "head", "head-focus")}


class Painter:
    """Paints lines for one widget; forget the colours with `reset` when the theme or the focus changes.

    Args:
        widget: a widget whose COMPONENT_CLASSES hold `COMPONENTS`.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, str], Style] = {}

    def reset(self) -> None:
        """Forget the colours."""
        self._styles.clear()

    def style(self, role: str, ground: str = "") -> Style:
        """The colours of a role, on the ground of the cursor line where ``ground`` names one."""
        key = (role, ground)
        if key not in self._styles:
            style = self._widget.get_component_rich_style(f"draw--{role}")
            if ground and role not in ("cell", "lit", "label"):
                under = self._widget.get_component_rich_style(f"draw--{ground}")
                style += Style(bgcolor=under.bgcolor, bold=under.bold, underline=under.underline)
            self._styles[key] = style
        return self._styles[key]

    def strip(self, line: Line, cells: int, ground: str = "") -> Strip:
        """A strip of exactly ``cells`` terminal cells."""
        segments = [Segment(text, self.style(role, ground)) for text, role in line if text]
        taken = line_width(line)
        if taken < cells:
            segments.append(Segment(" " * (cells - taken), self.style("plain", ground)))
        strip = Strip(segments, max(taken, cells))
        return strip.crop(0, cells) if taken > cells else strip
