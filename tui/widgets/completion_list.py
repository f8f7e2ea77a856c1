"""The list of completions, shown over the editor at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.draw import clean, fit, width

if TYPE_CHECKING:
    from queries.sqltext.completion import Suggestion
    from tui.widgets.sql_editor import SqlEditor

SIGNS = {"table": "▦", "column": "·", "function": "ƒ", "keyword": " ", "value": "'"}
MOST_LINES = 9
WIDEST = 64
"""Terminal cells of the list."""


class CompletionList(OptionList):
    """An overlay that never takes the focus: the editor keeps it, and the screen forwards its keys."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="completion", markup=False, compact=True)
        self.found: list[Suggestion] = []
        self.moved = False

    def offer(self, found: list[Suggestion], editor: SqlEditor, lang: str) -> None:
        """Show suggestions at the cursor of ``editor``; an empty list hides the overlay."""
        self.found, self.moved = found, False
        self.display = bool(found)
        editor.offering = bool(found)
        if not found:
            return
        names = max(min(34, max(width(clean(one.entry.text)) for one in found)), 8)
        cells = min(WIDEST, self.screen.size.width - 2)
        self.set_options([Option(_label(one, names, cells - names - 8, lang)) for one in found])
        self.highlighted = 0
        self._place(editor)

    def step(self, step: int) -> None:
        """Move the highlight by ``step`` lines."""
        self.moved = True
        self.highlighted = max(0, min((self.highlighted or 0) + step, len(self.found) - 1))

    @property
    def chosen(self) -> Suggestion | None:
        """The highlighted suggestion."""
        return self.found[self.highlighted or 0] if self.found else None

    def _place(self, editor: SqlEditor) -> None:
        cursor = editor.cursor_screen_offset
        screen = self.screen.size
        cells = min(WIDEST, screen.width - 2)
        lines = min(MOST_LINES, len(self.found))
        below = screen.height - cursor.y - 3
        self.styles.width, self.styles.height = cells, lines
        self.styles.offset = (
            max(0, min(cursor.x - 3, screen.width - cells - 1)),
            cursor.y + 1 if below >= lines else max(0, cursor.y - lines),
        )


def _label(one: Suggestion, names: int, room: int, lang: str) -> Text:
    entry = one.entry
    detail = clean((entry.detail_en if lang == "en" else entry.detail_vi) or entry.detail_vi)
    label = Text(f"{SIGNS[entry.kind]} {fit(clean(entry.text), names)}  ", no_wrap=True, overflow="ellipsis")
    owner = f"{entry.owner}  " if entry.kind == "column" else ""
    label.append(fit(owner + detail, max(0, room)), style="dim")
    return label
