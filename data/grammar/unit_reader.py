"""Units as they are printed behind numbers, in clean text and in what recognition makes of it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from data.fold import fold, same_word
from data.grammar.ocr import any_of, loose
from data.grammar.patterns import Patterns
from data.grammar.unit import SCALES, known_units, printed_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BEFORE = re.compile(r"\s*(?:\.(?!\s))?")
"""What may stand between a number and its unit: blanks, a stray dot, but not the end of a sentence."""
_END = r"(?![a-z&\d])"
_OF_PEOPLE = r"tren\s+(?=(?:mot|m6t|\d[\d.]*)?\s*(?:van|nghin)?\s*dan\b)"
_PER = re.compile(
    rf"\s*(?:/|{_OF_PEOPLE})\s*(?:m[o6]t\s+(?=van|nghin))?"
    r"(?P<count>\d{1,3}(?:[.,]\d{3})*\s*)?(?P<scale>(?:van|nghin|trieu)\s+)?(?P<noun>[a-z]+)\b"
)
_PER_NOUNS = {
    "ngay": "ngày", "thang": "tháng", "nam": "năm", "nguoi": "người", "dan": "dân", "ho": "hộ", "ha": "ha", "xa": "xã",
    "km": "km", "lop": "lớp", "luot": "lượt", "vu": "vụ", "gio": "giờ", "tran": "trận", "lao": "lao động", "m2": "m²",
    "kg": "kg", "tan": "tấn", "ngudi": "người", "nguoi.": "người", "nim": "năm", "ndm": "năm", "x4": "xã", "x3": "xã", "x&": "xã",
}  # fmt: skip
_PERSONS, _TIME = frozenset({"người", "lao động"}), re.compile(r"\s*/\s*(thang|nam|nim|ndm)\b")
"""For whom an amount may be, and for how long, too: "triệu đồng/người/tháng"."""
_GLOSS = re.compile(r"\s+xnk(?=\s*/)")
_NO_SCALE = dict.fromkeys(("tỷ", "tỉ"), "lệ|trọng|suất|giá")
"""What makes another word of a scale that it follows: "hết tháng 9 tỷ lệ giải ngân đạt ..."."""
_LIKE_NOUNS = frozenset({"trăm", "chục", "vạn"})
"""Scales that stand before a unit only: without one, and without marks, they are a noun ("trạm", "chiếc").

Without marks, a noun of as many letters is the noun, too: "van ban" are "văn bản", not "vạn bản"."""
_UNLESS = {"hồ sơ": r"(?!\s+v[a-z\d&@]{1,2}i(?![a-z]))", "lần": r"(?!\s+xe(?![a-z]))", "phút": r"(?!\s+s)"}
"""What does not follow a form: "215 hộ so với đầu năm" counts households, not files, "4 làn xe" lanes, "phát sóng" no minutes."""
_INITIALS = frozenset({"HCV", "HCB", "HCĐ"})
"""Initials for a noun, which damaged text has too many words like."""
_SHORT = 2
_SHORT_NOUNS = frozenset({"xã", "hộ", "vụ"})


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit found in text: its cleaned name and where it ends; ``counted`` as in `Unit`."""

    name: str
    end: int
    counted: bool


@cache
def unit_reader(damaged: bool) -> UnitReader:
    """The shared reader of units for clean or for damaged text."""
    return UnitReader(damaged)


class UnitReader:
    """Reads units at a place of folded text; ``damaged`` allows what recognition makes of their letters."""

    def __init__(self, damaged: bool) -> None:
        words = "|".join(f"({loose(word, damaged)}{_unless_followed(word, damaged)})" for word in SCALES)
        self._scale = re.compile(rf"\s*[‘'`]?(?:{words})(?![a-z])")
        self._scale_names = list(SCALES)
        forms = _in_order(damaged)
        self._names = [name for _, name in forms]
        self._printed = [] if damaged else [form for form, _ in printed_forms()]
        self._forms = _patterns(forms)

    def read(self, text: str, start: int, printed: Callable[[int, int], str] | None = None) -> UnitMatch | None:
        """The unit that begins at ``start`` (blanks allowed), or None.

        Args:
            text: folded text.
            start: place behind the number.
            printed: gives the words of a span with their marks, where they can be relied on: "đến" is not "đèn".
        """
        scales: list[str] = []
        place = start
        while len(scales) < 2 and (match := self._scale.match(text, place)):
            scale = self._scale_names[(match.lastindex or 1) - 1]
            if printed and not same_word(printed(match.start(match.lastindex or 0), match.end()), scale):
                break
            scales.append(scale.replace("tỉ", "tỷ"))
            place = match.end()
        found = self._base(text, place, printed)
        noun = self._base(text, start, printed) if scales and not printed else None
        if noun is not None and (noun[1] >= found[1] if found else scales[-1] in _LIKE_NOUNS):
            scales, found = [], noun
        if found is None:
            return UnitMatch(" ".join(scales), place, counted=False) if scales else None
        name, end = found
        counted = known_units()[name].counted
        if gloss := _GLOSS.match(text, end):
            end = gloss.end()
        if per := _per(text, end):
            name, end = f"{name}/{per[0]}", per[1]
            if (time := _TIME.match(text, end)) is not None and per[0] in _PERSONS:
                name, end = f"{name}/{_PER_NOUNS[time[1]]}", time.end()
        return UnitMatch(" ".join([*scales, name]), end, counted)

    def _base(self, text: str, place: int, printed: Callable[[int, int], str] | None) -> tuple[str, int] | None:
        before = _BEFORE.match(text, place)
        start = before.end() if before else place
        for number, pattern in self._forms.likely(text, start):
            match = pattern.match(text, start)
            if match and not (printed and _is_another(self._printed[number], printed(place, match.end()))):
                return self._names[number], match.end()
        return None


def _unless_followed(scale: str, damaged: bool) -> str:
    """What a scale must not be followed by."""
    return rf"(?!\s+{any_of(_NO_SCALE[scale], damaged)}(?![a-z]))" if scale in _NO_SCALE else ""


def _patterns(forms: Iterable[tuple[str, str]]) -> Patterns:
    return Patterns("", {number: source for number, (source, _) in enumerate(forms)})


def _is_another(form: str, printed: str) -> bool:
    """Whether the words printed are not those of the unit that they are without their marks: "hộ so" is no "hồ sơ"."""
    words, known = printed.split(), form.split()
    if fold(" ".join(words)) != fold(form):
        return False
    return not any(same_word(word, other) for word, other in zip(words, known, strict=True))


def _per(text: str, place: int) -> tuple[str, int] | None:
    """The denominator of a unit ("/người", "/1 vạn dân") and where it ends."""
    match = _PER.match(text, place)
    if match is None or match["noun"] not in _PER_NOUNS or (match["count"] and match["noun"] != "dan"):
        return None
    scale = {"van ": "vạn", "nghin ": "nghìn", "trieu ": "triệu"}.get(match["scale"] or "", "")
    count = (match["count"] or "").strip().lstrip("0") or ("1" if scale else "")
    amount = " ".join(filter(None, [count, scale]))
    return f"{amount} {_PER_NOUNS[match['noun']]}".strip(), match.end() + (len(" động") if match["noun"] == "lao" else 0)


def _in_order(damaged: bool) -> list[tuple[str, str]]:
    """Patterns of unit forms in the order in which they are tried: exact before loose, measures before counted nouns.

    In damaged text a longer form goes before an exact shorter one ("điểm phần trăm" before "điểm"), and an exact noun that is
    also a damaged measure ("tin" for "tấn") counts as the measure. A longer noun is none of a shorter measure's forms.
    """
    if not damaged:
        return [(_form(form, damaged=False), name) for form, name in printed_forms()]
    forms = [(form, name) for form, name in printed_forms() if form not in _INITIALS]
    counted = {name for name, unit in known_units().items() if unit.counted}
    loosely = [(_form(form, damaged=True), name) for form, name in forms if _may_be_damaged(form, name)]
    measures = [pair for pair in loosely if pair[1] not in counted]
    alike, longer = _patterns(measures), _longer_forms()
    exact: list[tuple[str, str]] = []
    for form, name in forms:
        plain = fold(form)
        if name not in counted or not any(like.fullmatch(plain) for _, like in alike.likely(plain)):
            of_its_kind = [pair for pair in longer[form] if name in counted or pair[1] not in counted]
            exact += [*((_form(other, damaged=True), unit) for other, unit in of_its_kind), (_form(form, damaged=False), name)]
    return list(dict.fromkeys([*exact, *measures, *(pair for pair in loosely if pair[1] in counted)]))


def _may_be_damaged(form: str, name: str) -> bool:
    """Whether a form is long enough, or common enough, to be recognised with damaged letters."""
    return len(form) > _SHORT or (form in _SHORT_NOUNS and known_units()[name].counted)


def _longer_forms() -> dict[str, list[tuple[str, str]]]:
    """For the words of a form the forms that begin with them and have more, each with its unit."""
    longer: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, name in printed_forms():
        for end, letter in enumerate(form):
            if letter in " ,":
                longer[form[:end]].append((form, name))
    return longer


def _form(form: str, damaged: bool) -> str:
    if form in ("%", "‰"):
        return form
    if form.endswith(("²", "³")):
        power = {"²": "[²2]", "³": "(?:³|\\?3|[?°*3])"}[form[-1]]
        return re.escape(form[:-1]) + power + r"(?![\da-z])"
    pattern = loose(form, damaged) + _UNLESS.get(form, "")
    return (pattern if damaged or "," in form else pattern.replace(" *", " +")) + _END
