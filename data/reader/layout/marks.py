"""Places in the body that may be the mark of a footnote, and how well each agrees with a note's number.

Clean texts set marks off ("kỳ⁵", "kỳ[^5]") or glue them to a word ("kỳ5", "88,9%21"). Scanned texts show what the
recognition made of a small raised number: "kỳ®", "kỳ?", "54%%", "nim 20226" for a year with mark 16.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.fold import fold
from data.reader.layout.brackets import IN_BRACKETS
from data.reader.layout.labels import FROM_SUPERSCRIPT, SUPERSCRIPTS, likeness, set_off
from data.reader.layout.lines import Line

_SYMBOLS = r"®*?!'’‘°™\"“”>%~^´`§<«»©|"
_BEFORE = r"(?:[^\W_]|[%)\]&¢@€¥”\"’\u0300-\u036f])"
_BEHIND = r"(?=[\s.,;:)…”\"]|$)"

_MAY_BE_SET_OFF = re.compile(rf"[{SUPERSCRIPTS}\[<^]")
_SET_OFF = set_off(r"(?:(?<=\S)|(?<=\S\s))", r"(?!:)")
_GLUED = re.compile(rf"(\d(?<=(?:[^\W\d_]|[%)”\"’&¢\u0300-\u036f])\d)\d{{0,2}})(?:{_BEHIND}|(?=\s?[A-ZĐ]))")
_YEAR_AND_MORE = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d{3}")
_AFTER_YEAR = re.compile(r"(?:\bn[^\W\d_]{1,3}m\s+|/)(?:19|20)\d\d(\d{1,3})(?![\d.,/]*\d)", re.IGNORECASE)
_BEGINS_WITH_YEAR = re.compile(r"\s*(?:19|20)\d\d(\d{1,2})(?=[.;)](?:\s|$))")
"""A year and a mark with which a line begins, because the line before ends with "năm"."""
_AFTER_GROUP = re.compile(r"\d(?<![\d,.]\d)\d{0,2}(?:\.\d{3})+(\d{1,2})(?![\d.,%])")
_CLUSTER = re.compile(
    rf"[{_SYMBOLS}\d](?<={_BEFORE}.)(?:(?<!\d)|(?<!\d\d)(?=[{_SYMBOLS}]))(?:[{_SYMBOLS}\d]|[A-Za-z¢€](?![^\W\d_])){{0,3}}{_BEHIND}"
)
_LETTER = re.compile(r"([slgLI])(?=\s?[.,;:])(?<=[^\W\d_]{2}.)")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_RUN_BEFORE = re.compile(r"[^\W_]+$")
_SYLLABLE = re.compile(r"[^aeiouy]{0,4}[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$")
_QUOTES = frozenset("'’‘\"“”")
_FORMULAS = frozenset({"CO", "NO", "SO"})
_ENDING = frozenset({"KH", "CK", "SCK", "CKNT", "KHN"})
"""Abbreviations without a vowel that end a comparison and are no name with a number: "tăng 5% so CK3"."""
_UNITS = frozenset({"m", "km", "cm", "dm", "mm", "hm"})
_VOWELS = frozenset("aeiouy")
_FAIR = 0.3
_MISREAD = 0.12
"""How well another number at the end of a phrase agrees: where no better mark is left, the order of the notes tells."""
_NEAR = 400


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that may be a footnote mark.

    Attributes:
        start: Raw offset of the mark.
        end: Raw offset behind it.
        printed: The mark as digits, or the symbols it was read as.
        weight: How surely something printed so is a mark, given that the number agrees.
        sure: True when it is set off as marks are, whatever its number.
    """

    start: int
    end: int
    printed: str
    weight: float
    sure: bool = False

    def agreement(self, number: int, ocr: bool) -> float:
        """How well this may be the mark of a note; 0 when it may not."""
        if self.printed == str(number):
            return self.weight
        if not ocr:
            return 0.0
        if self.sure:
            return 0.0
        like = likeness(self.printed, number)
        if self.printed.isdigit():
            if like < _FAIR:
                return _MISREAD if self.weight > 1.0 else 0.0
            return 0.6 * like * min(self.weight, 1.2)
        return min(self.weight, 1.0) * (0.5 + 0.6 * like)


def find_marks(line: Line, ocr: bool) -> list[Mark]:
    """All places of a line that may be footnote marks, in order; some may be readings of the same place."""
    found = [*_set_off(line), *_glued(line, ocr)]
    if ocr:
        found += [*_clusters(line), *_letters(line)]
    return sorted(found, key=lambda mark: (mark.start, mark.end))


def lines_by_number(marks: Sequence[list[Mark]]) -> dict[int, list[int]]:
    """For every number printed as a mark the indices of the lines that have it."""
    found: dict[int, list[int]] = {}
    for index, places in enumerate(marks):
        for mark in places:
            if mark.printed.isdecimal():
                found.setdefault(int(mark.printed), []).append(index)
    return found


def _set_off(line: Line) -> list[Mark]:
    """Marks in superscript or brackets; "m²" and "m³" are units."""
    found: list[Mark] = []
    for match in _SET_OFF.finditer(line.text) if _MAY_BE_SET_OFF.search(line.text) else ():
        digits = next(group for group in match.groups() if group).translate(FROM_SUPERSCRIPT)
        behind = match.start() - line.text[match.start() - 1 : match.start()].isspace()
        before = _WORD_BEFORE.search(line.text, max(0, behind - 12), behind)
        unit = bool(match["up"]) and before is not None and before[0].lower() in _UNITS and digits in "23"
        if not unit:
            found.append(_mark(line, match.start(), match.end(), digits, 3.0, sure=not match["square"]))
    found += [_mark(line, *match.span(), match[1], 3.0, sure=True) for match in IN_BRACKETS.finditer(line.text)]
    return found


def _glued(line: Line, ocr: bool) -> list[Mark]:
    """Numbers glued to the end of a word, a per cent sign, a bracket, a year or a grouped number."""
    text = line.text
    found: list[Mark] = []
    for match in _GLUED.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        weight = 2.0 if word is None else _weight_of_word(word[0])
        if ocr:
            run = _RUN_BEFORE.search(text, max(0, match.start() - 30), match.start())
            if run is not None and word is not None and _is_damaged_word(run[0], word[0]):
                weight = 2.0
            inside = len(match[1]) == 1 and text[match.end() : match.end() + 1] == " "
            weight *= 0.25 if inside else 0.8
        if weight and match[1][0] != "0":
            found.append(_mark(line, match.start(1), match.end(1), match[1], weight))
    patterns = [(_AFTER_YEAR, 1.2)] if _YEAR_AND_MORE.search(text) else []
    for pattern, weight in (*patterns, (_AFTER_GROUP, 0.8)):
        matches = (match for match in pattern.finditer(text) if match[1][0] != "0")
        found += [_mark(line, match.start(1), match.end(1), match[1], weight) for match in matches]
    if (begun := _BEGINS_WITH_YEAR.match(text)) and begun[1][0] != "0":
        found.append(_mark(line, *begun.span(1), begun[1], 1.2))
    return found


def _weight_of_word(word: str) -> float:
    """Weight of a number glued to a word: none for units, little for abbreviations ("OCOP3" may also be a name)."""
    folded = fold(word)
    if word in _ENDING:
        return 1.2
    if word.lower() in _UNITS or not _VOWELS.intersection(folded) or word in _FORMULAS:
        return 0.0
    if len(word) < 2:
        return 0.0 if word.isupper() else 0.3
    return 1.2 if word.isupper() else 2.0


def _is_damaged_word(run: str, word: str) -> bool:
    """True when digits stand for letters within a word, so that its end alone tells nothing of it ("tru6c3", "d6ng17")."""
    return len(word) < len(run) > 2 and run[0].isalpha()


def _clusters(line: Line) -> list[Mark]:
    """Symbols at the end of a word, as recognition makes of small raised numbers."""
    text = line.text
    found: list[Mark] = []
    for match in _CLUSTER.finditer(text):
        start = match.start()
        if text[start - 1].isdigit() and text[start] == "%":
            start += 1
        end = match.end()
        if text[start : start + 1].isdigit() and _is_inside_word(text, start):
            start += 1  # The digit is a damaged vowel, the mark stands behind it: "tiến d6°".
        if start == end or _is_inside_word(text, start):
            continue
        found.append(_mark(line, start, end, text[start:end], _weight_of_cluster(text, start, end)))
        if text[start].isdigit() and end > start + 1:
            found.append(_mark(line, start + 1, end, text[start + 1 : end], 1.0))
    return found


def _is_inside_word(text: str, start: int) -> bool:
    """True when only a consonant stands before symbols, so that they are a damaged vowel ("k§ thuat")."""
    word = _RUN_BEFORE.search(text, max(0, start - 30), start)
    return word is not None and len(word[0]) == 1 and word[0].isalpha() and fold(word[0]) not in _VOWELS


def _weight_of_cluster(text: str, start: int, end: int) -> float:
    """Weight of symbols at the end of a word: quotation marks that close a quotation are hardly marks."""
    if set(text[start:end]) <= _QUOTES:
        return 0.2 if sum(char in _QUOTES for char in text[max(0, start - _NEAR) : start]) % 2 else 0.6
    return 0.8 if text[start - 1].isdigit() or text[start].isdigit() else 1.0


def _letters(line: Line) -> list[Mark]:
    """Letters with which no Vietnamese word ends: "s", "l", and "g" without "n"."""
    found: list[Mark] = []
    for match in _LETTER.finditer(line.text):
        word = _WORD_BEFORE.search(line.text, max(0, match.start() - 12), match.end())
        if word is None or len(word[0]) < 3 or (match[1] == "g" and word[0][-2] in "nN"):
            continue
        if word[0].isupper() or not _SYLLABLE.match(fold(word[0][:-1])):
            continue
        found.append(_mark(line, match.start(), match.end(), match[1], 0.3))
    return found


def _mark(line: Line, start: int, end: int, printed: str, weight: float, sure: bool = False) -> Mark:
    """The mark at a place of a line."""
    return Mark(line.left + start, line.left + end, printed, weight, sure)
