"""The bases of windows over a screen: how they close, keys for their own help and for a picture."""

from __future__ import annotations

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType


class Overlay(ModalScreen[ScreenResultType]):
    """What lies over a screen, and closes once."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close with a result, and with this what lies over it.

        A second key of one go is for what has closed already: it must not close what is below that.
        """
        if self not in self.app.screen_stack:
            return AwaitComplete()
        while self.app.screen is not self:
            self.app.screen.dismiss()
        return super().dismiss(result)


class Window(Overlay[ScreenResultType]):
    """A window, without margins in a flat terminal; keys of the app do not reach it, so some are bound here again."""

    VERTICAL_BREAKPOINTS = [(0, "-flat"), (16, "-low"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help_here", "help", id="help"),
        Binding("P", "app.picture", "picture", show=False, id="picture"),
    ]
