"""Units: scale words and what they measure, as printed after a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from data.fold import fold

UNITS = Path(__file__).parent.parent / "catalogue" / "units.toml"
SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9, "vạn": 1e4, "trăm": 1e2, "chục": 1e1}
_SCALES_EN = {"nghìn": "thousand", "ngàn": "thousand", "triệu": "million", "tỷ": "billion", "tỉ": "billion",
              "vạn": "ten thousand", "trăm": "hundred", "chục": "ten"}  # fmt: skip
_SO_MANY = re.compile(rf"(?P<count>[\d.]+) (?:(?P<scale>{'|'.join(SCALES)}) )?(?P<noun>.+)")
"""A denominator of more than one: "1 vạn dân", "100 nữ"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed.

    Attributes:
        name: ``"nghìn tấn"``.
        name_en: ``"thousand tonnes"``.
        base: ``"tấn"``, the unit in which figures are compared.
        mult: what a value is multiplied by to be in the base unit: 1000.
        counted: a noun that is counted, not a measure.
    """

    name: str
    name_en: str
    base: str
    mult: float
    counted: bool = False


@cache
def _table() -> dict[str, Any]:
    return tomli.loads(UNITS.read_text(encoding="utf-8"))


@cache
def known_units() -> dict[str, Unit]:
    """The units of the catalogue by name, measures before counted nouns, and those before what is not looked for in text."""
    table = _table()
    known = {row["name"]: Unit(row["name"], row["name_en"], row["base"], float(row["mult"])) for row in table["unit"]}
    for name, english in [*table["counted"].items(), *table["named"].items()]:
        known.setdefault(name, Unit(name, english, table["short"].get(name, name), 1.0, counted=True))
    return known


@cache
def _folded_units() -> dict[str, Unit]:
    return {fold(name): unit for name, unit in reversed(known_units().items())}


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in _table()["kinds"].items() for noun in nouns}


def noun_kind(name: str) -> str:
    """The kind of a counted noun, ``"persons"`` for "học sinh"; ``""`` where it has none or several."""
    return _kinds().get(name, "")


@cache
def printed_forms() -> tuple[tuple[str, str], ...]:
    """Pairs of a printed form and the unit's name, the longest forms first."""
    table = _table()
    pairs = {form: row["name"] for row in table["unit"] for form in row["forms"]}
    for name in table["counted"]:
        pairs.setdefault(name, name)
    return tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


@cache
def unit_of(text: str) -> Unit:
    """The unit of a printed text, ``"triệu USD"``; an unknown noun is its own base, ``""`` a bare number."""
    words, scale, english = text.split(), 1.0, []
    while words and words[0] in SCALES:
        scale *= SCALES[words[0]]
        english.append(_SCALES_EN[words.pop(0)])
    rest = " ".join(words)
    head, slash, tail = rest.partition("/")
    known = known_units().get(rest) or known_units().get(head)
    if known is None:
        known = _folded_units().get(fold(head)) or Unit(head, head, head, 1.0, counted=True)
    if slash and known.name != rest:
        known = Unit(rest, f"{known.name_en}{_per(tail)}", f"{known.base}/{tail}", known.mult)
    return Unit(text, " ".join([*english, known.name_en]).strip(), known.base, scale * known.mult, known.counted)


def _per(denominator: str) -> str:
    """What stands behind an English unit for a denominator: "/ha", " an enterprise", " per 10,000 people"."""
    first, slash, rest = denominator.partition("/")
    nouns = _table()["per"]
    if (many := _SO_MANY.fullmatch(first)) is not None and many["noun"] in nouns:
        count = float(many["count"].replace(".", "")) * SCALES.get(many["scale"] or "", 1)
        english = f" per {count:,.0f} {nouns[many['noun']]}"
    elif first in nouns:
        english = f" {'an' if nouns[first][0] in 'aeio' else 'a'} {nouns[first]}"
    else:
        english = f"/{known_units()[first].name_en}" if first in known_units() else f"/{first}"
    return english + (_per(rest) if slash else "")


_MONEY = frozenset({"đồng", "USD"})
_NO_KIND = frozenset({"", "%", "lần", "điểm", "điểm phần trăm", "tuổi"})
"""Bases of units that say nothing of what is measured."""


def is_money(unit: str) -> bool:
    """Whether a unit is one of money."""
    return unit_of(unit).base in _MONEY


def of_another_kind(unit: str, level: str) -> bool:
    """Whether a unit measures another thing than that of the level before: money behind people."""
    bases = {unit_of(unit).base, unit_of(level).base}
    return len(bases) > 1 and not bases & _NO_KIND
