"""The note pane: the source of the figure under the cursor, from memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import note
from tui.model.measures import LEVELS
from tui.model.note_lines import passage_lines
from tui.model.note_table import own_first
from tui.widgets.lines import Lines

_ORDER = {measure: place for place, measure in enumerate(LEVELS)}

if TYPE_CHECKING:
    from queries.panes import CellRow, NoteFindingRow, PassageRow
    from tui.draw import Line
    from tui.model.cells import Key
    from tui.model.home import HomeTable
    from tui.words import Words


class NotePane(Lines):
    """Shows the note of a cell of the indicator table."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, indent=2)
        self.notes = note.EMPTY
        self.as_printed = False
        self._cells: list[CellRow] = []
        self._seen: object = None
        self._following: tuple[HomeTable, Key, str | None, Words] | None = None

    def fit(self) -> None:
        """Fit the note to the new width."""
        super().fit()
        if self._following is not None:
            self.follow(*self._following)

    def clear(self) -> None:
        """Show nothing."""
        self._following = None
        self._cells, self._seen = [], None
        self.show([])

    def toggle(self) -> None:
        """Switch between the text as printed and as restored."""
        self.as_printed = not self.as_printed
        self._seen = None

    def passage(self) -> PassageRow | None:
        """The passage of the figure under the cursor, if it has arrived."""
        return self.notes.passages.get(self._cells[0].passage_id) if self._cells else None

    def first(self) -> CellRow | None:
        """The figure under the cursor: the one that its row shows."""
        return self._cells[0] if self._cells else None

    def finding(self) -> NoteFindingRow | None:
        """The gravest finding about the figures under the cursor."""
        found = (finding for cell in self._cells for finding in self.notes.findings.get(cell.observation_id, ()))
        return note.gravest(found)

    def shown_passages(self) -> list[int]:
        """The passages of the figures under the cursor."""
        return list(dict.fromkeys(cell.passage_id for cell in self._cells))

    def follow(self, table: HomeTable, key: Key, column: str | None, say: Words) -> None:
        """Show the note of a cell."""
        self._following = (table, key, column, say)
        figures = table.at(key, column)
        cells = sorted(figures.values(), key=lambda cell: _ORDER.get(cell.measure, 9))
        seen = (key, column, tuple(cell.observation_id for cell in cells), self._arrived(cells), say.lang, self.size)
        if seen == self._seen:
            return
        self._cells, self._seen = cells, seen
        self.show(self._note(table, key, column, say))

    def _arrived(self, cells: list[CellRow]) -> bool:
        return bool(cells) and cells[0].passage_id in self.notes.passages

    def _note(self, table: HomeTable, key: Key, column: str | None, say: Words) -> list[Line]:
        if not self._cells:
            why = ((self._why_empty(table, key, column, say), "dim"),)
            return [((table.full_name(key), "bright"),), why, *self._definition(table, key, say)]
        first = self._cells[0]
        period = say.pick(first.period_vi, first.period_en)
        passage = self.passage()
        if passage is None:
            return [((table.full_name(key), "bright"), (f" · {period} ", "dim"), ("…", "dim"))]
        observations = [cell.observation_id for cell in self._cells]
        findings = [finding for one in observations for finding in self.notes.findings.get(one, ())]
        figures = own_first(self.notes.figures.get(passage.id, []), first.indicator_id, first.item_id)
        text, remarks = self._text(passage, first, say), note.finding_lines(findings, say)
        if unlike := table.unlike(key, column):
            remarks.insert(0, ((unlike, "dim"),))
        lines = passage_lines(passage, text, figures, first.observation_id, say, self.size.width - 3, period, remarks)
        return [*lines, *self._definition(table, key, say)]

    def _text(self, passage: PassageRow, cell: CellRow, say: Words) -> Line:
        line = note.sentence(passage, self.notes.figure(passage.id, cell.observation_id), self.as_printed)
        if line and note.was_restored(passage):
            which = say("note.as_printed" if self.as_printed else "note.as_read")
            return ((f"[{which}] ", "dim"), *line)
        return line

    @staticmethod
    def _definition(table: HomeTable, key: Key, say: Words) -> list[Line]:
        row = table.series.get(key)
        words = say.pick(row.definition_vi, row.definition_en) if row else ""
        return [((words, "dim"),)] if words else []

    @staticmethod
    def _why_empty(table: HomeTable, key: Key, column: str | None, say: Words) -> str:
        count = len(table.items.get(key[0], ()))
        if column is None and key[1] is None and count:
            return say("note.parts", count=count)
        return table.unlike(key, column) or say("note.not_said")
