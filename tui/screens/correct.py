"""The form that corrects a figure, or adds one that was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from tui.model.correction import FIELDS, FieldError, choices, initial_values, patch_of
from tui.model.rows import Column, Row
from tui.screens.window import Window
from tui.widgets.grid import Grid
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.draw import Line
    from tui.model.correction import Vocabulary
    from tui.model.review import Candidate
    from tui.words import Words


class CorrectScreen(Window[dict[str, str] | None]):
    """Five fields over the suggestions for the one with the focus; gives the new fields, or None.

    Args:
        candidate: the number.
        sentence: the text around it, as far as it is at hand.
        among: what the fields may be.
        words: the language.
    """

    CSS_PATH = "review.tcss"
    BINDINGS = [
        Binding("escape", "leave", "back", id="correct.back"),
        Binding("f5,ctrl+s", "save", "save", id="correct.save"),
        Binding("down", "suggestions", "suggestions", show=False, id="correct.down"),
    ]

    def __init__(self, candidate: Candidate, sentence: Line, among: Vocabulary, words: Words) -> None:
        super().__init__()
        self._sentence, self._among, self._words = sentence, among, words
        self._title = words("review.correct" if candidate.figure else "review.add", printed=candidate.printed)
        self._filled = initial_values(candidate.figure, candidate.printed, among, words)
        self._field = FIELDS[0]

    def compose(self) -> ComposeResult:
        """Title, sentence, fields, suggestions, keys."""
        say = self._words
        with Vertical(classes="dialog -wide-dialog"):
            yield Static(self._title, classes="dialog-title", markup=False)
            yield Lines(id="sentence")
            for field in FIELDS:
                with Horizontal(classes="field"):
                    yield Static(say(f"review.{field}"), classes="label", markup=False)
                    yield Input(self._filled[field], id=field, compact=True)
            yield Grid(id="suggestions")
            yield Static(say("review.form_foot"), classes="dialog-foot", id="said", markup=False)

    def on_mount(self) -> None:
        """Focus the first field."""
        sentence = self.query_one("#sentence", Lines)
        sentence.can_focus = False
        sentence.display = bool(self._sentence)
        self.call_after_refresh(sentence.show, [self._sentence])
        self._input(FIELDS[0]).focus()

    def _input(self, field: str) -> Input:
        return self.query_one(f"#{field}", Input)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the suggestions of the focused field."""
        if isinstance(event.widget, Input):
            self._field = str(event.widget.id)
            self._suggest(all_of=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Update the suggestions while typing, and forget what was wrong before."""
        self._tell("form_foot")
        if event.input.has_focus:
            self._suggest()

    def _tell(self, what: str) -> None:
        """Say which keys there are, or what is wrong."""
        said = self.query_one("#said", Static)
        said.update(self._words(f"review.{what}"))
        said.set_class(what.startswith("wrong"), "-wrong")

    def _suggest(self, all_of: bool = False) -> None:
        """Show the values that the field accepts; all of them until something is typed."""
        text = self._input(self._field).value
        given = self._field != "name" and all_of and text == self._filled[self._field]
        found = choices(self._field, "" if given else text, self._among, self._words)
        rows = [Row((one.key, one.shown), (((one.shown, "plain"),), ((one.more, "dim"),))) for one in found]
        grid = self.query_one("#suggestions", Grid)
        grid.empty = ((self._words("review.no_choice" if self._field == "value" else "review.no_match"), "dim"),)
        grid.show([Column("shown", "", 30, most=78), Column("more", "", 12, most=60)], rows, keep=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field; after the last one, save."""
        event.stop()
        grid = self.query_one("#suggestions", Grid)
        if self._field == "name" and event.value.strip() and grid.rows and not self._known(event.value):
            self._take(grid.rows[0].key)
        self._next()

    def _known(self, text: str) -> bool:
        return any(isinstance(row.key, tuple) and row.key[1] == text.strip() for row in self.query_one("#suggestions", Grid).rows)

    def _take(self, key: object) -> None:
        if isinstance(key, tuple):
            self._input(self._field).value = str(key[1])

    def _next(self) -> None:
        place = FIELDS.index(self._field)
        if place + 1 < len(FIELDS):
            self._input(FIELDS[place + 1]).focus()
        else:
            self.action_save()

    def on_grid_opened(self, event: Grid.Opened) -> None:
        """Take a suggestion and go to the next field."""
        self._take(event.key)
        self._next()

    def action_suggestions(self) -> None:
        """Move the focus from the field to its suggestions."""
        self.query_one("#suggestions", Grid).focus()

    def action_leave(self) -> None:
        """Return from the suggestions to the field, or close the form."""
        if self.query_one("#suggestions", Grid).has_focus:
            self._input(self._field).focus()
        else:
            self.dismiss(None)

    def action_save(self) -> None:
        """Return the fields, or focus the first invalid one."""
        typed = {field: self._input(field).value for field in FIELDS}
        try:
            self.dismiss(patch_of(typed, self._among, self._words))
        except FieldError as error:
            self._tell(f"wrong_{error.field}")
            self._input(error.field).focus()
