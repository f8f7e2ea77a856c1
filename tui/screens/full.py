"""What full screens share: the app, the texts, and the style classes of a width."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.explorer import explorer_of

if TYPE_CHECKING:
    from tui.explorer import Explorer
    from tui.words import Words


class FullScreen(Screen[None]):
    """A screen that fills the terminal."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (180, "-wide")]
    # Every screen gives the focus itself; a first focus elsewhere would work out the styles of the screen twice.
    AUTO_FOCUS = ""

    @property
    def explorer(self) -> Explorer:
        """The explorer."""
        return explorer_of(self.app)

    @property
    def words(self) -> Words:
        """The texts of the language in use."""
        return self.explorer.words

    @abstractmethod
    def reload(self) -> None:
        """Query the store again, because it was written."""

    async def reloaded(self, seconds: float) -> None:
        """Wait until what `reload` asked for is shown, but not for longer than ``seconds``."""

    @abstractmethod
    def change_language(self) -> None:
        """Switch to another language."""

    def undo_unwritten(self) -> None:
        """Undo on the screen the decisions that could not be written."""

    def follow_added(self, report: str) -> None:
        """Show the report of this id, which was added just now or was in the store before."""
