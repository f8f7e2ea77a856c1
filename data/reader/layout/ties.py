"""Tying footnotes to their marks in the body."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from data.fold import fold
from data.reader.layout.footnotes import Note
from data.reader.layout.lines import Line
from data.reader.layout.marks import Mark

_SENTENCE_END = re.compile(r"[.;](?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_LARGEST_TABLE = 2_000_000
_HEAD_OF_NOTE, _TELLING, _LETTERS_OF_LINE = 400, 1_200, 65
"""Letters of a note's first words, those that tell what it is about, and those of a line."""
_NEAR = 300
_MOST_SEARCHED = 3_000_000


@dataclass(frozen=True, slots=True)
class Tie:
    """Where a note belongs: the mark, or without a readable one the raw offset of the likeliest sentence's end."""

    mark: Mark | None
    place: int


def tie_notes(
    lines: Sequence[Line],
    marks: Sequence[list[Mark]],
    regions: Sequence[Sequence[int]],
    notes: Sequence[Note],
    ocr: bool,
) -> list[Tie | None]:
    """Tie every note to a place in the body above its page foot.

    Args:
        lines: All lines of the text.
        marks: For every line the places that may be marks.
        regions: For every page foot the indices of the body lines that its notes belong to.
        notes: All notes, in order.
        ocr: True for a scanned text.
    """
    ties: list[Tie | None] = []
    at = 0
    while at < len(notes):
        end = at
        while end < len(notes) and notes[end].foot == notes[at].foot:
            end += 1
        ties += _tie_foot(lines, marks, regions[notes[at].foot], notes[at:end], ocr)
        at = end
    return _tied_further_up(ties, marks, regions, notes)


def _tied_further_up(
    ties: Sequence[Tie | None], marks: Sequence[list[Mark]], regions: Sequence[Sequence[int]], notes: Sequence[Note]
) -> list[Tie | None]:
    """The ties, including those of notes whose mark stands above the previous foot: notes may be printed a page late."""
    taken = {tie.mark for tie in ties if tie is not None}
    free: dict[str, list[Mark]] = {}
    found: list[Tie | None] = []
    foot = -1
    for tie, note in zip(ties, notes, strict=True):
        while foot < note.foot:
            foot += 1
            for mark in (mark for index in regions[foot] for mark in marks[index] if mark.sure and mark not in taken):
                free.setdefault(mark.printed, []).append(mark)
        bearing = free.get(str(note.number)) if tie is None or tie.mark is None else None
        found.append(Tie(mark := bearing.pop(), mark.start) if bearing else tie)
    return found


def _tie_foot(
    lines: Sequence[Line], marks: Sequence[list[Mark]], region: Sequence[int], notes: Sequence[Note], ocr: bool
) -> list[Tie | None]:
    """Tie the notes of one page foot."""
    found = [(mark, index) for index in region for mark in marks[index]]
    chosen = _align([mark for mark, _ in found], _agreements(lines, found, notes, ocr))
    searched = sum(len(lines[index].text) for index in region) * chosen.count(None)
    ties: list[Tie | None] = []
    sentences = list(_sentences(lines, region)) if 0 < searched <= _MOST_SEARCHED else []
    for at, mark in enumerate(chosen):
        if mark is not None or not sentences:
            ties.append(None if mark is None else Tie(mark, mark.start))
            continue
        low = ties[-1].place if ties and ties[-1] else -1
        high = next((later.start for later in chosen[at + 1 :] if later is not None), None)
        place = _likeliest_sentence(sentences, _head_of(lines, notes[at], _TELLING), low, high)
        ties.append(None if place is None else Tie(None, place))
    return ties


def _agreements(lines: Sequence[Line], marks: Sequence[tuple[Mark, int]], notes: Sequence[Note], ocr: bool) -> list[list[float]]:
    """For every note its agreement with every mark; words shared with the text before it decide between equals."""
    if len(marks) * len(notes) > _LARGEST_TABLE:
        return [[] for _ in notes]
    before = [_words_before(lines[index], mark) if ocr else set() for mark, index in marks]
    table: list[list[float]] = []
    for note in notes:
        wanted = _pairs(_head_of(lines, note)) if ocr else set()
        row = []
        for (mark, _), words in zip(marks, before, strict=True):
            agreement = mark.agreement(note.number, ocr)
            row.append(agreement + 0.04 * min(len(words & wanted), 4) if agreement else 0.0)
        table.append(row)
    return table


def _words_before(line: Line, mark: Mark) -> set[str]:
    """The pairs of words before a mark."""
    at = mark.start - line.left
    return _pairs(line.text[max(0, at - _NEAR) : at])


def _align(marks: Sequence[Mark], table: Sequence[Sequence[float]]) -> list[Mark | None]:
    """The marks of notes that stand in order: the choice, in the order of the text, with the best agreement in all."""
    free = _free_before(marks)
    if not any(table):
        return [None] * len(table)
    totals = [[0.0] * (len(marks) + 1)]
    for agreements in table:
        before, row = totals[-1], [0.0]
        for at, agreement in enumerate(agreements):
            row.append(max(before[at + 1], row[at], before[free[at]] + agreement if agreement > 0 else 0.0))
        totals.append(row)
    found: list[Mark | None] = [None] * len(table)
    note, at = len(table), len(marks)
    while note and at:
        if totals[note][at] == totals[note][at - 1]:
            at -= 1
        elif totals[note][at] == totals[note - 1][at]:
            note -= 1
        else:
            note, at = note - 1, at - 1
            found[note] = marks[at]
            at = free[at]
    return found


def _free_before(marks: Sequence[Mark]) -> list[int]:
    """For every mark how many marks before it do not overlap it."""
    free: list[int] = []
    for at, mark in enumerate(marks):
        before = at
        while before and marks[before - 1].end > mark.start:
            before -= 1
        free.append(before)
    return free


def _head_of(lines: Sequence[Line], note: Note, letters: int = _HEAD_OF_NOTE) -> str:
    """The first words of a note."""
    return " ".join(lines[index].text for index in note.lines[: letters // _LETTERS_OF_LINE])[:letters]


def _likeliest_sentence(sentences: Sequence[tuple[int, set[str]]], note: str, low: int, high: int | None) -> int | None:
    """Raw offset of the end of the sentence, between two known marks, that shares most words with a note.

    Words count less the more sentences they stand in, and the more often in the note: "so với cùng kỳ" tells nothing.
    """
    common = Counter(pair for _place, words in sentences for pair in words)
    told = Counter(_pairs_of(note))
    weights = {pair: 1 / (common[pair] * count) for pair, count in told.items() if pair in common}
    between = [
        (sum(weights[pair] for pair in words & weights.keys()), place)
        for place, words in sentences
        if low < place < (high or inf)
    ]
    return max(between)[1] if between else None


def _sentences(lines: Sequence[Line], region: Sequence[int]) -> Iterator[tuple[int, set[str]]]:
    """The sentences that end within the lines of a region: where, and the pairs of their words."""
    words: set[str] = set()
    for index in region:
        line = lines[index]
        begin = 0
        for end in (match.start() for match in _SENTENCE_END.finditer(line.text)):
            words |= _pairs(line.text[begin:end])
            if end < len(line.text):
                yield line.left + end, words
                words, begin = set(), end
        words |= _pairs(line.text[begin:])


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring words of a text, folded."""
    return set(_pairs_of(text))


def _pairs_of(text: str) -> Iterator[str]:
    """The pairs of neighbouring words of a text, folded, as often as they stand in it."""
    return (f"{first} {second}" for first, second in pairwise(_WORD.findall(fold(text))))
