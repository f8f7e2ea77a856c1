"""The base of windows over a screen: keys for their own help and for a picture."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType


class Window(ModalScreen[ScreenResultType]):
    """A window, without margins in a flat terminal; keys of the app do not reach it, so some are bound here again."""

    VERTICAL_BREAKPOINTS = [(0, "-flat"), (16, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help_here", "help", id="help"),
        Binding("P", "app.picture", "picture", show=False, id="picture"),
    ]
