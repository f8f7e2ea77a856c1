"""Small windows of the console: reading a value, answering questions, choosing from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from queries.fold import fold
from tui.clipboard import copy
from tui.draw import clean, fit, width
from tui.model.sql import sql_line
from tui.screens.window import Window
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from tui.draw import Line
    from tui.words import Words

Chosen = TypeVar("Chosen")


def dialog_room(cells: int) -> int:
    """The width of the lines of a `ReadScreen` in a terminal of ``cells``, as app.tcss lays it out, beside a scrollbar."""
    return min(110, cells * 96 // 100) - 5


class ReadScreen(Window[None]):
    """A window of lines to be read; ``y`` copies ``text``."""

    BINDINGS = [
        Binding("escape,q,space,enter", "dismiss", "back", id="read_back"),
        Binding("y", "copy", "copy", id="read_copy"),
    ]

    def __init__(self, title: str, lines: Sequence[Line], text: str, words: Words) -> None:
        super().__init__()
        self._title, self._lines, self._text, self._words = title, list(lines), text, words

    def compose(self) -> ComposeResult:
        """Title, lines, keys."""
        with Vertical(classes="dialog -wide-dialog"):
            yield Static(self._title, classes="dialog-title", markup=False)
            yield Lines(id="read")
            yield Static(self._words("console.read_foot"), classes="dialog-foot", markup=False)

    def on_mount(self) -> None:
        """Show the lines."""
        pane = self.query_one(Lines)
        pane.styles.height = "auto"
        pane.styles.max_height = max(4, self.app.size.height - 8)
        pane.focus()
        pane.show(self._lines)
        self.call_after_refresh(pane.show, self._lines)

    def action_copy(self) -> None:
        """Copy the text."""
        copy(self.app, self._text, self._words)


class Field(NamedTuple):
    """A question of `AskScreen`: what is asked, the answer proposed, what is said where it is left empty; empty if it may be."""

    label: str
    value: str
    missing: str = ""


class AskScreen(Window[list[str] | None]):
    """Asks for one or more values; Enter returns all of them, escape returns None.

    Args:
        title: what is asked for.
        fields: the questions.
        foot: the keys.
        topic: under which name `tui/text` has its title and its words in the help.
        at_once: whether Enter returns them from every line, or leads from one to the next up to the last.
    """

    BINDINGS = [Binding("escape", "dismiss(None)", "back", id="ask_back")]

    def __init__(self, title: str, fields: Sequence[Field], foot: str, topic: str, at_once: bool = False) -> None:
        super().__init__()
        self.topic = topic
        self._title, self._fields, self._foot, self._at_once = title, list(fields), foot, at_once

    def compose(self) -> ComposeResult:
        """Title, a line for each question."""
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="dialog-title", markup=False)
            for field in self._fields:
                yield Static(field.label, markup=False, classes="ask-label")
                yield Input(field.value, compact=True, classes="ask-value")
            yield Static(self._foot, classes="dialog-foot", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next question, or give the answers."""
        inputs = list(self.query(Input))
        place = inputs.index(event.input)
        if place + 1 < len(inputs) and not self._at_once:
            inputs[place + 1].focus()
        elif empty := self._empty(inputs):
            empty.focus()
        else:
            self.dismiss([one.value for one in inputs])

    def _empty(self, inputs: Sequence[Input]) -> Input | None:
        """The first line that must not be empty and is, after saying so."""
        for one, field in zip(inputs, self._fields, strict=True):
            if field.missing and not one.value.strip():
                self.notify(field.missing, severity="warning", markup=False, timeout=4)
                return one
        return None


class Choice(NamedTuple, Generic[Chosen]):
    """A line of `PickScreen`.

    Attributes:
        title: what it is, cut where it is too long.
        note: a dim note beside it, cut as well.
        sql: shown below.
        value: what is given back.
        unseen: words that find it unseen.
        whole: what stands above the SQL, as long as it is.
    """

    title: str
    note: str
    sql: str
    value: Chosen
    unseen: str = ""
    whole: str = ""


class PickScreen(Window[Choice[Chosen] | None]):
    """A list filtered while typing, ignoring diacritics, with the SQL of the highlighted line."""

    BINDINGS = [Binding("escape", "dismiss(None)", "back", id="pick_back")]

    def __init__(self, title: str, choices: Sequence[Choice[Chosen]], foot: str, empty: str) -> None:
        super().__init__()
        self._title, self._foot, self._empty = title, foot, empty
        self._choices = [(fold(f"{one.title} {one.note} {one.sql} {one.unseen}"), one) for one in choices]
        self._shown = [one for _, one in self._choices]

    def compose(self) -> ComposeResult:
        """Title, words to find, list, SQL."""
        with Vertical(classes="dialog -wide-dialog", id="pick"):
            yield Static(self._title, classes="dialog-title", markup=False)
            yield Input(compact=True, placeholder=self._foot, id="pick-words")
            yield OptionList(id="pick-list", markup=False, compact=True)
            yield Lines(id="pick-sql", indent=4)

    def on_mount(self) -> None:
        """Show all."""
        self._fill()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the lines that hold every word."""
        parts = fold(event.value).split()
        self._shown = [one for keys, one in self._choices if all(part in keys for part in parts)]
        self._fill()

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Return the highlighted line."""
        place = self.query_one(OptionList).highlighted
        if place is not None and self._shown:
            self.dismiss(self._shown[place])

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the SQL, below what there is to say of it."""
        if event.option_index < len(self._shown):
            shown = self._shown[event.option_index]
            said: list[Line] = [((clean(shown.whole), "dim"),)] if shown.whole else []
            self.query_one(Lines).show([*said, *(sql_line(clean(line)) for line in shown.sql.splitlines())])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the clicked line."""
        self.dismiss(self._shown[event.option_index])

    def on_key(self, event: events.Key) -> None:
        """Move the highlight with the arrow keys while the input has the focus."""
        steps = {"down": "cursor_down", "up": "cursor_up", "pagedown": "page_down", "pageup": "page_up"}
        if event.key in steps and isinstance(self.focused, Input):
            event.stop()
            event.prevent_default()
            getattr(self.query_one(OptionList), f"action_{steps[event.key]}")()

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        # The window takes 96 % of the screen, its padding and the scroll bar seven cells of that.
        room = max(20, min(103, self.app.size.width * 96 // 100 - 7))
        notes = min(room * 2 // 5, max((width(clean(one.note)) for _, one in self._choices), default=0))
        options.set_options([Option(_line(one, room - notes - 2, notes)) for one in self._shown[:500]])
        options.highlighted = 0 if self._shown else None
        if not self._shown:
            self.query_one(Lines).show([((self._empty, "dim"),)])


def _line(one: Choice[Chosen], title: int, note: int) -> Text:
    text = Text(fit(clean(one.title), title) + "  ", no_wrap=True, overflow="ellipsis")
    text.append(fit(clean(one.note), note), style="dim")
    return text
