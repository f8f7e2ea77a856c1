"""What the rows of a table are about: their own words, the rows that they are parts of, the table's title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from data.grammar.ocr import fold_with_map, tolerant
from data.grammar.unit_reader import unit_reader
from data.reader.layout.tables.cells import is_ditto, label_end, unit_name
from data.reader.matching.around import Around
from data.reader.matching.evidence import Evidence, Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.layout.tables.grid import Row, Table
    from data.reader.matching.lexicon import Word
    from data.reader.matching.matcher import Matcher
    from data.reader.meaning.setting import Setting

_TOTAL = re.compile(tolerant(r"(?:tổng(?: số| cộng| chung)?|cộng|toàn tỉnh|chung)$"))
_OF_THOSE = re.compile(tolerant(r"(?:trong (?:đó|số đó|tổng số)|tr\.?\s?đó|chia (?:ra|theo)|phân theo|(?:bao )?gồm)[:,.]?\s*"))
_UNIT_BEHIND = re.compile(r"\(([^()]*)\)\s*[:.]?\s*$|,\s*([^,()]+)$")
_NUMBERED = re.compile(tolerant(r"\W*(?:biểu|bảng|phụ lục|phụ biểu)(?: số)?\s*[\d.ivx]*\s*[.:/-]?\s*"))
_NUMBER_OF = re.compile(tolerant(r"(?:tổng )?số (?:lượng )?"))
_PLACE = re.compile(r"(?:xã|phường|huyện|thị xã|thị trấn|thành phố|đặc khu|TP|TX|TT)\.?\s+[A-ZĐ]", re.IGNORECASE)
"""A row of a place is a part of the province, of which the name is that of the whole."""
_LETTERS = (
    (re.compile(r"[A-H][.)]?"), 1),
    (re.compile(r"[IVXLC]+[.)]?"), 2),
    (re.compile(r"\(?\d+[.)]?"), 3),
    (re.compile(r"\(?\d+\.\d+[.)]?"), 4),
    (re.compile(r"\(?\d+\.\d+\.\d+(?:\.\d+)?[.)]?"), 5),
    (re.compile(r"\(?[a-hđ][.)]?"), 6),
    (re.compile(r"[-*•–]"), 8),
    (re.compile(r"\+"), 9),
)
_PLAIN, _PART, _DEEPER = 7, 7.5, 0.25
"""How deep a row without number or dash lies, and one that begins with "Trong đó" does at least."""


@dataclass(slots=True, eq=False)
class Named:
    """A row and what it is about.

    Attributes:
        row: the row.
        words: its own words, without its number, its unit and what says that it is a part.
        depth: how deep it lies; what lies less deep before it is what it is a part of.
        total: it sums up the whole table.
        unit: what its levels are measured in, ``""`` if it does not say.
        above: the rows that it is a part of, the outermost first.
        told_above: the unit told last in a row above it, whatever that is about.
        parts: it says itself that it, or what follows, is a part of the row before.
        match: its name, or None.
    """

    row: Row
    words: str
    depth: float
    total: bool
    unit: str
    above: tuple[Named, ...] = ()
    told_above: str = ""
    parts: bool = False
    match: Match | None = None
    by_words: dict[str, Match | None] = field(default_factory=dict)


def rows_of(table: Table) -> list[Named]:
    """The rows of a table, each with its words, its unit and the rows that it is a part of."""
    named: list[Named] = []
    open_above: list[Named] = []
    labelled = any(row.label is not None for row in table.rows)
    for row in table.rows:
        one = _read(row, named[-1] if named else None, labelled)
        while open_above and open_above[-1].depth >= one.depth:
            open_above.pop()
        one.above = tuple(open_above)
        if not one.unit:
            one.unit = next((known.unit for known in reversed(one.above) if known.unit), "")
        one.told_above = (named[-1].unit or named[-1].told_above) if named else ""
        named.append(one)
        if not one.total:
            open_above.append(one)
    return named


def _read(row: Row, before: Named | None, labelled: bool) -> Named:
    """The words, depth and unit of a row."""
    label, text = row.label.text if row.label is not None else "", row.name.text
    folded = fold_with_map(text).text
    part = _OF_THOSE.match(folded)
    text = text[part.end() :] if part else text
    text, unit = _without_unit(text[label_end(text) :])
    if row.unit is not None:
        unit = before.unit if is_ditto(row.unit.text) and before else unit_name(row.unit.text) or row.unit.text
    total = _TOTAL.match(fold_with_map(text).text.strip(" .:")) is not None
    depth: float
    if part is not None:
        depth = max(_PART, before.depth + _DEEPER) if before is not None and not before.parts else _PART
    elif label:
        depth = next((deep for form, deep in _LETTERS if form.fullmatch(label)), 3)
    else:
        depth = _PLAIN if labelled or row.values or row.odd else 0
    if not label and not labelled and row.name.text.isupper():
        depth = 0
    return Named(row, text, 0 if total else depth, total, unit, parts=part is not None)


def _without_unit(text: str) -> tuple[str, str]:
    """The name of a row without the unit in brackets, or behind a comma, at its end."""
    match = _UNIT_BEHIND.search(text)
    unit = unit_name((match[1] or match[2]).strip()) if match is not None and (match[1] or match[2]) else None
    return (text[: match.start()].strip(), unit) if match is not None and unit is not None else (text, "")


def counted_in(words: str) -> str:
    """The noun that words say is counted: "Số hộ nghèo" counts "hộ"; ``""`` for any others."""
    match = _NUMBER_OF.match(fold_with_map(words).text)
    unit = unit_reader(False).read(fold_with_map(words).text, match.end()) if match is not None else None
    return unit.name if unit is not None and unit.counted else ""


def title_words(table: Table) -> str:
    """The words of a table's title, without "Biểu 2." before them."""
    caption = " ".join(cell.text for cell in table.caption or ())
    folded = fold_with_map(caption)
    numbered = _NUMBERED.match(folded.text)
    return caption[folded.at[numbered.end()] :] if numbered else caption


class RowNames:
    """Names the rows of one table.

    Args:
        title: the words of its title.
        wide: the words of the section's title, the table's and its heads.
        setting: what the section gives.
        matcher: the catalogue's names.
        damaged: the report is recognised from a scan.
    """

    def __init__(self, title: str, wide: str, setting: Setting, matcher: Matcher, damaged: bool) -> None:
        self._title, self._setting, self._matcher, self._damaged = title, setting, matcher, damaged
        self._wide = self._read(wide)
        self._last: Match | None = None

    def name(self, one: Named, words: str, unit: str, rate: bool) -> Match | None:
        """The name of a row under heads of its own words.

        Args:
            one: the row.
            words: what the head says that the values are of.
            unit: what the values are measured in.
            rate: they are percentages themselves, not compared with anything.
        """
        if one.total:
            found = self._best([words or self._title], (), unit, rate, one)
        else:
            above = [known.words for known in one.above if known.words]
            own = f"{words} {one.words}".strip()
            ways = [own, *([f"{above[-1]} {own}", f"{own} {above[-1]}"] if above else ())]
            ways += [f"{self._title} {own}"] if self._title else []
            found = self._best(ways, above, unit, rate, one)
        if found is not None and found.item is None and _PLACE.match(one.words):
            return None
        self._last = found or self._last
        return found

    def _best(self, ways: Sequence[str], above: Sequence[str], unit: str, rate: bool, one: Named) -> Match | None:
        """The best name that the words give alone, or with those of what the row is a part of; never that of the whole."""
        over = [known.match for known in one.above if known.match is not None]
        wholes = [known.match for known in one.above if known.match is not None and known.row.values]
        lead = Around(self._read(" ".join([self._title, *above])))
        best: Match | None = None
        for at, text in enumerate(ways):
            found = self._matcher.match(Evidence(
                before=self._read(text), behind=(), lead=lead, title=Around(()),
                wide=Around((*self._wide, *lead.words, *self._read(text))),
                unit=unit, sectors=self._setting.sectors,
                last=(self._last.indicator, self._last.item) if self._last is not None else None,
                lead_indicators=tuple(match.indicator for match in over), rate_alone=rate, same_sentence=False,
            ))  # fmt: skip
            if found is None or any((found.indicator, found.item) == (whole.indicator, whole.item) for whole in wholes):
                continue
            if at and found.item is None and not self._says_more(found, ways[0]):
                continue
            if best is None or found.score > best.score:
                best = found
        return best

    def _says_more(self, found: Match, own: str) -> bool:
        """Whether a row's own words have a share in a name that was found with others: "Sản lượng" below "Lúa"."""
        names = self._matcher.catalogue.by_id[found.indicator]
        said = {word for phrase in (names.name_vi, *names.aliases) for word in fold_with_map(phrase).text.split()}
        words = fold_with_map(own).text.split()
        return bool(words) and sum(word in said for word in words) >= len(words) / 2

    def _read(self, text: str) -> tuple[Word, ...]:
        return self._matcher.lexicon.read(text, self._damaged)
