"""The indicator table of the first screen: a grid whose rows fold, are sorted and filtered, all from memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.fold import fold
from tui.model.home import SORTS, HomeTable
from tui.model.home_drawing import HomeDrawing
from tui.widgets.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from queries.panes import PeriodRow
    from tui.model.cells import Key
    from tui.model.home import HomeData
    from tui.words import Words


class IndicatorTable(Grid):
    """The indicators of a sector with their items.

    Attributes:
        data: what is shown; None until it was asked for.
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.data: HomeTable | None = None
        self._drawing: HomeDrawing | None = None
        self._before: Hashable = None

    @property
    def row(self) -> Key | None:
        """The indicator, or the item of one, under the cursor."""
        return self.key if isinstance(self.key, tuple) else None

    def take(self, data: HomeData, periods: Sequence[PeriodRow], say: Words, fresh: bool) -> None:
        """Take other figures; the order of rows stays, and the filter, too, unless the sector is a ``fresh`` one."""
        wanted, sort = (self.data.wanted, self.data.sort) if self.data else ("", SORTS[0])
        self.data = HomeTable(data, periods, say, sort=sort, wanted="" if fresh else wanted)
        self._drawing = HomeDrawing(self.data)
        if data.sector is None:
            self.data.fold_all()

    def draw(self, say: Words, keep: bool = True) -> None:
        """Show the rows as they stand now."""
        if self.data is not None and self._drawing is not None:
            self.data.words = say
            self.empty = ((say("say.no_match_here" if self.data.wanted else "say.nothing"), "dim"),)
            self.show(self._drawing.columns(), self._drawing.rows(), keep=keep)

    def passages_near(self) -> list[int]:
        """The passages of the rows on the screen, those next to the cursor first."""
        keys = [key for key in self.visible_keys() if isinstance(key, tuple)]
        here = keys.index(self.key) if self.key in keys else 0
        return self.data.passages_near(sorted(keys, key=lambda key: abs(keys.index(key) - here))) if self.data else []

    # Folding and sorting

    def on_grid_side(self, event: Grid.Side) -> None:
        """Right unfolds or enters the cells; left leaves them, goes up to the indicator, folds it, or leaves the table."""
        if self.row is not None and event.step > 0:
            event.stop()
            if event.column is None and not (self.row[1] is None and self._folded(self.row[0], False)):
                self.enter_first()
        elif self.row is not None and self._went_left(*self.row):
            event.stop()

    def _went_left(self, indicator: str, item: str | None) -> bool:
        if self.column is not None:
            self.enter(None)
            return True
        return self.move_to((indicator, None)) if item is not None else self._folded(indicator, True)

    def _folded(self, indicator: str, closed: bool | None) -> bool:
        if self.data is None or not self.data.fold(indicator, closed):
            return False
        self._drawn_again()
        return True

    def _drawn_again(self) -> None:
        if self.data is not None:
            self.draw(self.data.words)
            self.post_message(self.Moved(self, self.key, self.column))

    def fold(self) -> None:
        """Fold or unfold the items of the indicator under the cursor."""
        if self.row is not None and self._folded(self.row[0], None):
            self.move_to((self.row[0], None))

    def fold_all(self) -> None:
        """Fold all, or unfold all."""
        if self.data is not None:
            self.data.fold_all()
            self._drawn_again()

    def sort(self) -> None:
        """Another order of rows."""
        if self.data is not None:
            self.data.sort = SORTS[(SORTS.index(self.data.sort) + 1) % len(SORTS)]
            self._drawn_again()

    # Filtering

    def begin_filter(self) -> None:
        """Remember where the cursor is, to return there when the filter is left without words."""
        self._before = self.key

    def filter(self, text: str) -> None:
        """Show the rows that hold the words, with or without diacritics, the cursor at one of them."""
        if self.data is None:
            return
        self.data.wanted = fold(text)
        self._drawn_again()
        if self.data.wanted and not (self.row is not None and self.data.hit(self.row)):
            self.move_to(next((key for key in self.data.visible() if self.data.hit(key)), None))

    def return_to_row(self) -> None:
        """Go back to where the cursor was before the filter was opened."""
        self.move_to(self._before)

    def unfilter(self) -> bool:
        """Show all rows again, that which was found in sight; False where no filter was in force."""
        if self.data is None or not self.data.wanted:
            return False
        self.data.wanted = ""
        if self.row is not None and self.row[1] is not None:
            self.data.closed.discard(self.row[0])
        self._drawn_again()
        return True
