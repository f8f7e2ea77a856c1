"""What the reports say of a cell of the drilldown: a line for every reading, then the passages that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.draw import HANG, Line, align_right, clean, fit, width
from tui.model import note
from tui.model.figures import amount_of, citation_of, measure_name
from tui.model.note_lines import passage_lines
from tui.model.note_table import own_first
from tui.numbers import number

if TYPE_CHECKING:
    from queries.panes import ReadingRow
    from tui.model.cells import Key
    from tui.model.drill import Drill
    from tui.model.note import Notes
    from tui.words import Words


def reading_lines(drill: Drill, key: Key, period: str, notes: Notes, cells: int) -> list[Line]:
    """What the reports say of a cell, in lines of ``cells`` terminal cells, with those of its passages that have arrived."""
    say, chosen = drill.words, drill.reading(key, period)
    label = next((say.pick(p.label_vi, p.label_en) for p in drill.periods if p.id == period), period)
    lines: list[Line] = [((say("drill.said"), "bright"), (f"  {drill.name(key)} · {label}", "plain"))]
    lines += [*_readings(drill, key, period), *_why_disputed(drill, key, period, notes)]
    for passage_id in drill.passages(key, period):
        passage = notes.passages.get(passage_id)
        if passage is None:
            continue
        there = (reading for reading in drill.at(key, period) if reading.passage_id == passage_id)
        own = chosen if chosen and chosen.passage_id == passage_id else next(there)
        text = note.sentence(passage, notes.figure(passage_id, own.observation_id), as_printed=False)
        figures = own_first(notes.figures.get(passage_id, []), *key)
        lines += [(), *passage_lines(passage, text, figures, chosen.observation_id if chosen else None, say, cells)]
    return lines


def _why_disputed(drill: Drill, key: Key, period: str, notes: Notes) -> list[Line]:
    """What the checks say of the readings of a cell; of readings that differ for no reason that they know at least that."""
    findings = [finding for reading in drill.at(key, period) for finding in notes.findings.get(reading.observation_id, ())]
    if not findings and drill.disagree(key, period) and notes.passages.keys() >= set(drill.passages(key, period)):
        return [(("⚠ ", "disputed"), (drill.words("drill.differ"), "disputed"))]
    return note.finding_lines(findings, drill.words)


def _readings(drill: Drill, key: Key, period: str) -> list[Line]:
    """One line per reading, those of the measure in view first."""
    shown, say = drill.shown(key, period), drill.words
    own = sorted(drill.at(key, period), key=lambda reading: shown is not None and reading.measure != shown.measure)
    if not own:
        return [((say("note.not_said"), "dim"),)]
    values = [amount_of(reading, say) for reading in own]
    room = max(width(value) + reading.disputed for value, reading in zip(values, own, strict=True))
    room_of_measure = max(width(measure_name(reading, say)) for reading in own)
    lines: list[Line] = []
    where = ""
    for reading, value in zip(own, values, strict=True):
        role = "disputed" if reading.disputed else "bright" if reading is shown else "plain"
        last, where = where, citation_of(reading, say)
        lines.append((
            ("▌" if reading is shown else " ", "accent"), (align_right(("⚠" if reading.disputed else "") + value, room), role),
            (f"  {fit(measure_name(reading, say), room_of_measure)}  ", "dim"),
            HANG, (say("read.same"), "dim") if where == last else (where, "plain"), (_remarks(reading, say), "dim"),
        ))  # fmt: skip
    return lines


def _remarks(reading: ReadingRow, say: Words) -> str:
    """What a reader should know of a reading: an estimate, a number that was misprinted, how sure the reader is."""
    remarks = []
    if reading.status != "A":
        remarks.append(say("status." + reading.status))
    if reading.repair and clean(reading.printed) != number(abs(reading.value), say.lang):
        remarks.append(say("read.repaired", printed=clean(reading.printed)))
    if not reading.reviewed:
        remarks.append(say("read.unreviewed", sure=number(round(reading.confidence * 100), say.lang)))
    return "".join(f" · {remark}" for remark in remarks)
