"""A note or paragraph whole: reference, text with the number lit up, all its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from tui.clipboard import copy
from tui.model import note
from tui.model.note_table import figures_table
from tui.screens.window import Window
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from queries.panes import FigureRow, PassageRow
    from tui.draw import Line
    from tui.words import Words


class PassageScreen(Window[None]):
    """A window over the screen that it was opened from."""

    BINDINGS = [
        Binding("escape,q,backspace,enter", "dismiss", "back", id="passage.back"),
        Binding("n", "switch_text", "note", id="passage.toggle"),
        Binding("Y,y", "citation", "copy citation", id="passage.citation"),
    ]

    def __init__(self, passage: PassageRow, figures: Sequence[FigureRow], chosen: int | None, words: Words) -> None:
        super().__init__()
        self._passage, self._figures, self._chosen, self._words = passage, figures, chosen, words
        self._as_printed = False

    def compose(self) -> ComposeResult:
        """Lines, keys."""
        foot = self._words("passage.foot_ocr" if note.was_restored(self._passage) else "passage.foot")
        with Vertical(classes="dialog -wide-dialog"):
            yield Lines(id="passage")
            yield Static(foot, classes="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Show the contents."""
        self.query_one(Lines).focus()
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        say, passage = self._words, self._passage
        figure = next((one for one in self._figures if one.observation_id == self._chosen), None)
        # A scrollbar may come to stand beside the lines.
        cells = self.query_one(Lines).size.width - 2
        lines: list[Line] = [note.head(passage, "", say, cells), ()]
        text = note.sentence(passage, figure, self._as_printed, whole=True)
        if text:
            if note.was_restored(passage):
                lines.append(((say("note.as_printed" if self._as_printed else "note.as_read") + "  (n)", "dim"),))
            lines += [text, ()]
        else:
            lines += [((say("note.no_text"), "dim"),), ()]
        lines += figures_table(self._figures, self._chosen, say, cells)
        self.query_one(Lines).show(lines)

    def action_switch_text(self) -> None:
        """Switch between the text as printed and as restored."""
        self._as_printed = not self._as_printed
        self._show()

    def action_citation(self) -> None:
        """Copy where it stands."""
        copy(self.app, note.place(self._passage, self._words), self._words)
