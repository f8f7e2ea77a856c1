"""The lines of a passage, as they stand in every pane that shows one: where it stands, its sentence, its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import note
from tui.model.note_table import figures_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.panes import FigureRow, PassageRow
    from tui.draw import Line
    from tui.words import Words


def passage_lines(
    passage: PassageRow,
    sentence: Line,
    figures: Sequence[FigureRow],
    chosen: int | None,
    say: Words,
    cells: int,
    period: str = "",
    remarks: Sequence[Line] = (),
) -> list[Line]:
    """The lines of a passage.

    Args:
        passage: the passage.
        sentence: the words around the chosen number; empty where no text is at hand.
        figures: its figures, in the order in which they are to be listed.
        chosen: the id of the figure that is lit up.
        say: the language.
        cells: the terminal cells of a line.
        period: what period the chosen figure is about, where the pane does not say so already.
        remarks: what is to be known of the figure before its sentence is read.
    """
    said = [sentence] if sentence else []
    return [note.head(passage, period, say, cells), *remarks, *said, *figures_table(figures, chosen, say, cells)]
