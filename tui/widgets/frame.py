"""The container of panes that cover it completely."""

from __future__ import annotations

from textual.containers import Container


class Frame(Container):
    """A container that is never visible itself, and so paints nothing."""

    BLANK = True
