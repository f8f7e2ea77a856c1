"""What the screens that fill the terminal share: the explorer's app and texts, and the classes of a width."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.book import book_of

if TYPE_CHECKING:
    from tui.book import Book
    from tui.words import Words


class FullScreen(Screen[None]):
    """A screen that fills the terminal."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (180, "-wide")]
    # Every screen gives the focus itself; a first focus elsewhere would work out the styles of the screen twice.
    AUTO_FOCUS = ""

    @property
    def book(self) -> Book:
        """The explorer."""
        return book_of(self.app)

    @property
    def words(self) -> Words:
        """The texts of the language in use."""
        return self.book.words

    @abstractmethod
    def again(self) -> None:
        """Ask again, because the store was written."""

    @abstractmethod
    def respeak(self) -> None:
        """Switch to another language."""

    def not_written(self) -> None:
        """Take back what is shown of decisions that could not be written."""
