"""A note or paragraph whole: reference, text with the number lit up, all its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from tui.clipboard import copy
from tui.model import note
from tui.model.note_table import figures_table
from tui.screens.window import Window
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from queries.panes import PassageRow
    from tui.draw import Line
    from tui.words import Words


Wish: TypeAlias = Literal["read", "checks", "reports"]
"""What the window may be left for: to read at the figure in its report, what the checks say, or where its file can be added."""
FOOT = ("toggle", "read", "checks", "citation", "back")
"""The keys that the foot of the window names."""


class PassageScreen(Window["Wish"]):
    """A window over the screen that it was opened from, which is told when something else is wished for.

    Args:
        passage: the note or paragraph.
        notes: its figures and findings, among others.
        chosen: the id of the figure that is lit up.
        words: the language.
    """

    BINDINGS = [
        Binding("escape,q,backspace,enter", "dismiss", "back", id="passage.back"),
        Binding("n", "switch_text", "note", id="passage.toggle"),
        Binding("i", "leave_for('read')", "read", id="passage.read"),
        Binding("x", "leave_for('checks')", "checks", id="passage.checks"),
        Binding("r", "leave_for('reports')", "reports", id="passage.reports"),
        Binding("Y,y", "citation", "copy citation", id="passage.citation"),
    ]

    def __init__(self, passage: PassageRow, notes: note.Notes, chosen: int | None, words: Words) -> None:
        super().__init__()
        self._passage, self._chosen, self._words = passage, chosen, words
        self._figures = notes.figures.get(passage.id, [])
        wanted = [chosen] if chosen else [figure.observation_id for figure in self._figures]
        self._findings = [finding for one in wanted for finding in notes.findings.get(one, ())]
        self._as_printed = False

    def compose(self) -> ComposeResult:
        """Lines, keys."""
        keys = {"toggle": note.was_restored(self._passage), "checks": bool(self._findings)}
        foot = " · ".join(self._words(f"passage.foot_{key}") for key in FOOT if keys.get(key, True))
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
        lines: list[Line] = [note.head(passage, "", say, cells), *note.finding_lines(self._findings, say), ()]
        text = note.sentence(passage, figure, self._as_printed, whole=True)
        if text:
            if note.was_restored(passage):
                lines.append(((say("note.as_printed" if self._as_printed else "note.as_read") + "  (n)", "dim"),))
            lines += [text, ()]
        else:
            lines += [((say("note.no_text"), "dim"),), ()]
        lines += figures_table(self._figures, self._chosen, say, cells)
        self.query_one(Lines).show(lines)

    def action_leave_for(self, wish: Wish) -> None:
        """Close the window for the reading view, the checks, or the reports."""
        self.dismiss(wish)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the checks only where they say something, the reports only where the text is missing that can be added there."""
        said = {"read": True, "checks": bool(self._findings), "reports": not (self._passage.repaired or self._passage.raw)}
        leads_nowhere = action == "leave_for" and not said[str(parameters[0])]
        return False if leads_nowhere else super().check_action(action, parameters)

    def action_switch_text(self) -> None:
        """Switch between the text as printed and as restored."""
        self._as_printed = not self._as_printed
        self._show()

    def action_citation(self) -> None:
        """Copy where it stands."""
        copy(self.app, note.place(self._passage, self._words), self._words)
