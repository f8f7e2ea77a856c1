"""The contents of the note pane for the figure under the cursor: its place, the sentence, the note's figures, the findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.draw import Line, clean, fit, line_width, width
from tui.model.figures import citation_of, place_in_report, report_citation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.panes import FigureRow, NoteFindingRow, PassageRow
    from tui.words import Words

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
_AROUND = 190
"""Characters of a long sentence that are shown on each side of the number."""
LEAST = 12
"""Cells that are worth beginning a title in."""


class Notes(NamedTuple):
    """Passages and their figures by passage id, and findings by observation id, in memory."""

    passages: dict[int, PassageRow]
    figures: dict[int, list[FigureRow]]
    findings: dict[int, list[NoteFindingRow]]

    @classmethod
    def of(cls, passages: Iterable[PassageRow], figures: Iterable[FigureRow], findings: Iterable[NoteFindingRow] = ()) -> Notes:
        """Index the answers of the store."""
        by_figure: dict[int, list[NoteFindingRow]] = {}
        for finding in findings:
            for observation in {finding.observation_id, finding.other_id} - {None}:
                by_figure.setdefault(observation or 0, []).append(finding)
        return cls({passage.id: passage for passage in passages}, by_passage(figures), by_figure)

    def figure(self, passage: int, observation: int) -> FigureRow | None:
        """One figure of a passage."""
        return next((figure for figure in self.figures.get(passage, ()) if figure.observation_id == observation), None)


def by_passage(figures: Iterable[FigureRow]) -> dict[int, list[FigureRow]]:
    """Figures by the id of their passage."""
    found: dict[int, list[FigureRow]] = {}
    for figure in figures:
        found.setdefault(figure.passage_id, []).append(figure)
    return found


EMPTY = Notes({}, {}, {})


def place(passage: PassageRow, say: Words) -> str:
    """The reference as it is cited."""
    return citation_of(passage, say)


def head(passage: PassageRow, period: str, say: Words, cells: int) -> Line:
    """The first line of a note: what it is and where, then as much of the section's title as ``cells`` leave room for."""
    what = say("note.footnote", note=clean(passage.footnote)) if passage.footnote else say(f"note.{passage.kind}")
    label = say.pick(passage.report_vi, passage.report_en)
    parts = [report_citation(passage.number, label), *place_in_report(passage.section, None, say, passage.page)]
    where: Line = ((what, "bright"), (" · ", "dim"), (" · ".join(part for part in (*parts, period) if part), "plain"))
    room = cells - line_width(where)
    title = clean(passage.section_title or "")
    return (*where, (fit(f" · {title}", min(room, width(title) + 3)), "dim")) if title and room > LEAST else where


def was_restored(passage: PassageRow | None) -> bool:
    """Whether a passage was read again from a damaged text that says it in other letters."""
    return passage is not None and passage.ocr and bool(passage.repaired) and passage.repaired != passage.raw


def sentence(passage: PassageRow, figure: FigureRow | None, as_printed: bool, whole: bool = False) -> Line:
    """The text of a passage with the number highlighted; only its sentence unless ``whole``; empty without text."""
    raw = passage.raw if as_printed else (passage.repaired or passage.raw)
    if not raw:
        return ()
    at = _find(raw, figure, passage.source_start)
    if figure is None or at < 0:
        return ((clean(raw), "plain"),) if whole else ()
    start, end = (0, len(raw)) if whole else _bounds(raw, at)
    return _lit(raw, at, len(figure.printed), start, end)


def highlighted_sentence(passage: PassageRow, printed: str, source_start: int) -> Line:
    """The sentence of a number of a passage, as printed, with the number highlighted; empty without text."""
    raw = passage.raw or ""
    at = _place(raw, printed, source_start - passage.source_start)
    return _lit(raw, at, len(printed), *_bounds(raw, at)) if at >= 0 else ()


def finding_lines(findings: Iterable[NoteFindingRow], say: Words) -> list[Line]:
    """The findings, one per line."""
    lines: list[Line] = []
    for finding in dict.fromkeys(findings):
        role = "disputed" if finding.severity == "warning" else "dim"
        lines.append(
            (
                ("⚠ " if finding.severity == "warning" else "ⓘ ", role),
                (clean(say.pick(finding.message_vi, finding.message_en)), role),
            )
        )
    return lines


def gravest(findings: Iterable[NoteFindingRow]) -> NoteFindingRow | None:
    """The first warning, or else the first finding."""
    return min(findings, key=lambda finding: finding.severity != "warning", default=None)


def _find(raw: str, figure: FigureRow | None, source_start: int) -> int:
    return _place(raw, figure.printed, figure.source_start - source_start) if figure else -1


def _place(raw: str, printed: str, at: int) -> int:
    if at >= 0 and raw[at : at + len(printed)] == printed:
        return at
    found = re.search(rf"(?<![\d.,]){re.escape(printed)}(?![\d])", raw)
    return found.start() if found else -1


def _lit(raw: str, at: int, length: int, start: int, end: int) -> Line:
    stop = at + length
    return (
        (clean(("… " if start else "") + raw[start:at]), "plain"),
        (clean(raw[at:stop]), "lit"),
        (clean(raw[stop:end] + (" …" if end < len(raw) else "")), "plain"),
    )


def _bounds(raw: str, at: int) -> tuple[int, int]:
    breaks = [0, *(found.end() for found in _SENTENCE.finditer(raw)), len(raw)]
    start = max(place for place in breaks if place <= at)
    end = min(place for place in breaks if place > at)
    if at - start > _AROUND or end - at > _AROUND:
        near, far = max(start, at - _AROUND), min(end, at + _AROUND)
        start = near if near == start else raw.find(" ", near, at) + 1 or near
        end = far if far == end else max(raw.rfind(" ", at, far), at + 1)
    return start, end
