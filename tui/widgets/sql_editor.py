"""The SQL editor of the console: colours from our own tokens, completion while typing, marks at the place of an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual._text_area_theme import TextAreaTheme
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from queries.fold import fold
from queries.keywords import KEYWORDS
from queries.sqltext.tokens import tokens

if TYPE_CHECKING:
    from textual import events

    from queries.lexicon import Lexicon
    from queries.sqltext.completion import Suggestion
    from queries.sqltext.tokens import Token

ERROR = "error"


class SqlEditor(TextArea):
    """A text area for SQL. Running is a message, so that the screen decides what to run.

    | Key | What it does |
    | :- | :- |
    | F5 | run the selection, or all statements |
    | ctrl+j | run the selection, or the statement under the cursor |
    | ctrl+space | complete here |
    | ctrl+slash | comment or uncomment the lines of the selection |
    | ctrl+a | select all |
    | ctrl+l | lay out the selection, or the whole text |
    """

    BINDINGS = [
        Binding("ctrl+j,ctrl+enter", "run(False)", "console run here", id="console_run_here"),
        Binding("f5", "run(True)", "console run", id="console_run"),
        Binding("ctrl+space,ctrl+@", "complete", "complete", id="console_complete"),
        Binding("ctrl+slash,ctrl+underscore", "comment", "console comment", show=False, id="console_comment"),
        Binding("ctrl+a", "select_all", "select all", show=False, id="console_select_all"),
        Binding("ctrl+l", "format", "format", show=False, id="console_format"),
        Binding("f6", "screen.next_pane(1)", "console pane", show=False, id="console_pane"),
        Binding("f7", "screen.history", "console history", show=False, id="console_history"),
        Binding("ctrl+f", "screen.find", "find", show=False, id="console_find"),
    ]

    class Submitted(Message):
        """The user wants the selection run; without one all statements, or the one at ``offset`` (code points)."""

        def __init__(self, sql: str, offset: int | None, start: int) -> None:
            super().__init__()
            self.sql, self.offset, self.start = sql, offset, start

    class Suggested(Message):
        """What may come at the cursor; empty when there is nothing to offer."""

        def __init__(self, editor: SqlEditor, found: list[Suggestion]) -> None:
            super().__init__()
            self.editor, self.found = editor, found

    class Steered(Message):
        """The list of suggestions is to move by ``step``; 0 takes the one under the bar."""

        def __init__(self, editor: SqlEditor, step: int) -> None:
            super().__init__()
            self.editor, self.step = editor, step

    class Unclosed(Message):
        """The text cannot be laid out, because a parenthesis or a quote is not closed."""

    class Left(Message):
        """The focus is elsewhere, or the cursor was moved away from what was typed."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        self.lexicon: Lexicon | None = None
        self.offering = False
        self._steered = False
        self._wrong: tuple[int, int] | None = None
        super().__init__(text, id=id, soft_wrap=False, show_line_numbers=True, tab_behavior="indent", compact=True)
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Take the colours of the theme, now and whenever it changes."""
        self.watch(self.app, "theme", self._recolour)

    # Places

    def offset_at(self, location: tuple[int, int]) -> int:
        """The offset in code points of a place in the text."""
        row, column = location
        return sum(len(self.document.get_line(place)) + 1 for place in range(row)) + column

    def location_at(self, offset: int) -> tuple[int, int]:
        """The place of an offset in code points."""
        before = self.text[: max(0, offset)]
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)

    @property
    def offset_now(self) -> int:
        """The offset of the cursor."""
        return self.offset_at(self.cursor_location)

    # Running and editing

    def action_run(self, everything: bool) -> None:
        """Submit the selection; without one all statements, or the one under the cursor."""
        self.mark(None)
        start = self.offset_at(min(self.selection.start, self.selection.end))
        if self.selected_text:
            self.post_message(self.Submitted(self.selected_text, None, start))
        else:
            self.post_message(self.Submitted(self.text, None if everything else self.offset_now, 0))

    def action_comment(self) -> None:
        """Comment the selected lines, or uncomment them if all are comments."""
        first, last = sorted((self.selection.start[0], self.selection.end[0]))
        lines = [self.document.get_line(row) for row in range(first, last + 1)]
        if all(line.lstrip().startswith("--") for line in lines):
            changed = [line.replace("-- ", "", 1) if "-- " in line else line.replace("--", "", 1) for line in lines]
        else:
            changed = [f"-- {line}" for line in lines]
        self.replace("\n".join(changed), (first, 0), (last, len(lines[-1])))

    def action_format(self) -> None:
        """Lay out the selection, or the whole text; the cursor stays at the word where it is."""
        from queries.sqltext.formatting import format_sql

        text = self.selected_text or self.text
        found = format_sql(text)
        if found is None:
            self.post_message(self.Unclosed())
        elif found != text:
            solid = len("".join(self.text[: self.offset_now].split()))
            self.replace(found, *(sorted(self.selection) if self.selected_text else ((0, 0), self.document.end)))
            self.move_cursor(self.location_at(_place_after(self.text, solid)))

    def insert_word(self, word: str) -> None:
        """Insert a name at the cursor, after a blank where a word stands before it."""
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        self.insert(word if not before or before[-1] in " (.,=<>\n" else f" {word}")

    def find(self, words: str) -> bool:
        """Select the next place after the cursor where ``words`` stand, diacritics and case aside; False where there is none."""
        wanted = fold(words)
        text = "".join(fold(char)[:1] or " " for char in self.text)
        at = text.find(wanted, self.offset_now) if wanted else -1
        at = text.find(wanted) if at < 0 and wanted else at
        if at < 0:
            return False
        self.selection = Selection(self.location_at(at), self.location_at(at + len(wanted)))
        return True

    def mark(self, place: tuple[int, int] | None) -> None:
        """Mark the place of an error (offset and length) and put the cursor there; None takes the mark away."""
        self._wrong = place
        if place is not None:
            self.move_cursor(self.location_at(place[0]))
        self._build_highlight_map()
        self.refresh()

    # Completion

    def action_complete(self) -> None:
        """Offer what may come here."""
        self._offer(asked=True)

    def accept(self, suggestion: Suggestion) -> None:
        """Put a suggestion in the place of what was typed."""
        self.replace(suggestion.insert, self.location_at(suggestion.start), self.cursor_location, maintain_selection_offset=False)
        self.move_cursor(self.location_at(suggestion.start + len(suggestion.insert)))
        self.post_message(self.Suggested(self, []))

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.prevent_default()
            return
        if self.offering and self._steer(event.key):
            event.stop()
            event.prevent_default()
            return
        before = self.text
        await super()._on_key(event)
        if event.is_printable and self.text != before:
            self._wrong = None
            self._offer(asked=False)
        elif self.offering:
            self.post_message(self.Left())

    def _steer(self, key: str) -> bool:
        step = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}.get(key, 0)
        if step or key == "tab" or (key == "enter" and self._steered):
            self._steered = bool(step)
            self.post_message(self.Steered(self, step))
            return True
        return False

    def on_blur(self) -> None:
        """Close the suggestions when the editor loses the focus."""
        if self.offering:
            self.post_message(self.Left())

    def action_delete_left(self) -> None:
        """Delete a character and update open suggestions."""
        super().action_delete_left()
        if self.offering:
            self._offer(asked=False)

    def _offer(self, asked: bool) -> None:
        if self.lexicon is None:
            return
        from queries.sqltext.completion import suggest

        self._steered = False
        self.post_message(self.Suggested(self, suggest(self.lexicon, self.text, self.offset_now, asked)))

    # Colours

    def _build_highlight_map(self) -> None:
        """Colour the text by our own tokens: no grammar to install, and DuckDB's dialect as it is."""
        self._line_cache.clear()
        self._highlights.clear()
        found = tokens(self.text)
        row, began = 0, 0
        for place, token in enumerate(found):
            role = _role(token, found, place)
            for index, part in enumerate(token.text.split("\n")):
                if index:
                    row, began = row + 1, 0
                size = len(part.encode())
                if role and part:
                    self._highlights[row].append((began, began + size, role))
                began += size
        if self._wrong is not None:
            (row, column), length = self.location_at(self._wrong[0]), self._wrong[1]
            line = self.document.get_line(row)
            start, end = len(line[:column].encode()), len(line[: column + length].encode())
            self._highlights[row].append((start, max(end, start + 1), ERROR))

    def _recolour(self) -> None:
        name = f"sql-{self.app.theme}"
        colours = self.app.theme_variables
        self.register_theme(sql_theme(name, colours))
        self.theme = name
        self.refresh()


def _place_after(text: str, solid: int) -> int:
    """The offset after ``solid`` characters that are not blanks."""
    for offset, char in enumerate(text):
        if not solid:
            return offset
        solid -= not char.isspace()
    return len(text)


def sql_theme(name: str, colours: dict[str, str]) -> TextAreaTheme:
    """The colours of SQL out of the variables of an app theme."""

    def style(variable: str, bold: bool | None = None, italic: bool | None = None, underline: bool | None = None) -> Style:
        return Style(color=colours[variable], bold=bold, italic=italic, underline=underline)

    return TextAreaTheme(
        name=name,
        base_style=Style(color=colours["foreground"], bgcolor=colours["background"]),
        gutter_style=style("dim"),
        cursor_style=Style(color=colours["background"], bgcolor=colours["primary"]),
        cursor_line_style=Style(bgcolor=colours["panel"]),
        cursor_line_gutter_style=Style(color=colours["primary"], bgcolor=colours["panel"]),
        bracket_matching_style=Style(bold=True, underline=True),
        selection_style=Style(bgcolor=colours["cursor"]),
        syntax_styles={
            "keyword": style("primary", bold=True),
            "function": style("target"),
            "string": style("success"),
            "number": style("accent"),
            "comment": style("dim", italic=True),
            "parameter": style("warning"),
            ERROR: style("error", bold=True, underline=True),
        },
    )


def _role(token: Token, found: list[Token], place: int) -> str:
    if token.kind in ("string", "number", "comment", "parameter"):
        return token.kind
    if token.kind != "word":
        return ""
    if (
        place + 1 < len(found)
        and found[place + 1].text == "("
        and token.text.lower() not in KEYWORDS - {"left", "right", "replace"}
    ):
        return "function"
    before = found[place - 1].text if place else ""
    return "keyword" if token.text.lower() in KEYWORDS and before != "." else ""
