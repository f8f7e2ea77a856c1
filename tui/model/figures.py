"""How a figure is written: its number in the unit of its row, its sign, bound and colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from tui.draw import clean
from tui.model.measures import AIMS, NO_LEVELS, ON_BASE, SIGNED
from tui.model.periods import short_label
from tui.numbers import BOUNDS, DASH, TURNED, number
from tui.plurals import ordinal, singular

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.panes import CellRow, SeriesRow
    from tui.words import Words

AIM = "◇"
BLOCKS = "▁▂▃▄▅▆▇"
"""None fills its cell: the courses of rows one below the other stay apart."""
_SENSES = {"up": 1, "down": -1}
_PART = re.compile(r"(PL?)(\d+)(?:\.(.+))?")
"""A section of a report in parts, or of an annex, as the store writes it."""
_OUTERMOST = {"P": "cite.part", "PL": "cite.annex"}


class Figure(Protocol):
    """What every row with a figure has."""

    @property
    def measure(self) -> str:
        """What kind of figure it is."""

    @property
    def value(self) -> float:
        """Signed, in the printed unit."""

    @property
    def unit(self) -> str:
        """The printed unit."""

    @property
    def unit_en(self) -> str:
        """The same in English."""

    @property
    def bound(self) -> str | None:
        """More than, nearly, about, less than."""

    @property
    def up_to(self) -> float | None:
        """The other end of a range, in the printed unit."""

    @property
    def out_of(self) -> float | None:
        """How many are ranked, of a rank."""

    @property
    def status(self) -> str:
        """Normal, estimate, target, suspect."""


class Based(Figure, Protocol):
    """A figure that may compare with a period of its own."""

    @property
    def base_vi(self) -> str | None:
        """The period that it compares with."""

    @property
    def base_en(self) -> str | None:
        """The same in English."""


class Levelled(Figure, Protocol):
    """A figure that can be shown in another unit of the same kind."""

    @property
    def value_base(self) -> float:
        """In base units."""

    @property
    def up_to_base(self) -> float | None:
        """The other end of a range, in base units."""

    @property
    def base(self) -> str:
        """The base unit."""


class Cited(Protocol):
    """What every row with a place in a report has."""

    @property
    def report_vi(self) -> str:
        """The label of the report."""

    @property
    def report_en(self) -> str:
        """The same in English."""

    @property
    def number(self) -> str | None:
        """The number of the report."""

    @property
    def section(self) -> str | None:
        """The section."""

    @property
    def footnote(self) -> str | None:
        """The note."""

    @property
    def page(self) -> int | None:
        """The page."""


def change_role(value: float, good: str | None) -> str:
    """The colour of a change: green or red only where the catalogue says that more (``up``) or less (``down``) is good."""
    sense = (value > 0) - (value < 0)
    return {1: "good", -1: "bad"}.get(sense * _SENSES.get(good or "", 0), "plain")


def unit_of(figure: Figure, say: Words) -> str:
    """The printed unit in the language in use, as it stands behind the number, cleaned for the terminal; a rank has none."""
    if figure.measure == "rank":
        return ""
    unit = clean(say.pick(figure.unit, figure.unit_en))
    return singular(unit) if say.lang == "en" and abs(figure.value) == 1 else unit


def amount_of(figure: Figure, say: Words) -> str:
    """The number with its unit."""
    return f"{number_text(figure, say)} {unit_of(figure, say)}".rstrip()


def base_of(figure: Based, say: Words) -> str:
    """The period that a figure compares with, where its measure does not say which one that is."""
    return clean(say.pick(figure.base_vi, figure.base_en)) if figure.measure in ON_BASE else ""


def measure_name(figure: Based, say: Words) -> str:
    """What kind of number a figure is; a comparison names the period that it compares with."""
    base = base_of(figure, say)
    return say(f"measure_on.{figure.measure}", base=base) if base else say(f"measure.{figure.measure}")


def tail(figure: Based, say: Words) -> str:
    """What stands behind a number: its unit, and what kind of number it is."""
    base = base_of(figure, say)
    short = say("short." + figure.measure) if figure.measure not in ("value", "rank") else ""
    short = say("short_on." + figure.measure, base=short_label(base)) if base else short
    short = "" if short in (figure.unit, figure.unit_en) else short
    return f"{unit_of(figure, say)} {short}".strip()


def amount_in_full(figure: Based, say: Words) -> str:
    """The number with its unit and, where it is no level, its measure in short."""
    return f"{number_text(figure, say)} {tail(figure, say)}".rstrip()


def number_text(figure: Figure, say: Words) -> str:
    """The number of a figure as it was told: with its bound, a change with its sign, a range with both ends, a rank as a place.

    The unit stays out.
    """
    return _told(figure, figure.value, figure.up_to, say)


def _told(figure: Figure, value: float, up_to: float | None, say: Words) -> str:
    """The number of a figure, given in the unit in which it is shown."""
    bound = _bound_sign(figure)
    if figure.measure == "rank":
        place = bound + ordinal(value, say.lang)
        if figure.out_of is None:
            return say("rank.place", place=place)
        return say("rank.place_of", place=place, all=number(figure.out_of, say.lang))
    text = bound + number(value, say.lang, signed=figure.measure in SIGNED)
    return text if up_to is None else f"{text}{DASH}{number(up_to, say.lang)}"


def _bound_sign(figure: Figure) -> str:
    """The sign of the bound of a figure, if it has one.

    Reports bound a fall by its size, and a level below zero, as of a temperature, by its number.
    """
    sign = BOUNDS.get(figure.bound or "", "")
    return TURNED.get(sign, sign) if figure.value < 0 and figure.measure != "value" else sign


def is_qualified(figure: Figure) -> bool:
    """Whether a bare number would not say all of a figure: it has a bound, is a range or a place among others."""
    return figure.bound in BOUNDS or figure.up_to is not None or figure.measure == "rank"


def is_target(figure: Figure) -> bool:
    """Whether a figure is a target or a plan, which nothing has come to yet."""
    return figure.status == "T" or figure.measure in AIMS


def number_in_unit(figure: Levelled, row: SeriesRow | None, say: Words) -> tuple[str, str]:
    """The number of a figure in the unit of its row, and a unit to be written behind it where it cannot be converted.

    A target has a sign before it, so that it is known for one without colours, too. What is no level says so among levels: a
    rate of growth and a share by their per cent sign, a rank as a place.
    """
    sign = AIM if is_target(figure) else ""
    same = row is not None and figure.unit == row.unit
    if same or figure.measure in NO_LEVELS:
        return sign + number_text(figure, say), "" if same else unit_of(figure, say)
    if row is not None and row.mult and row.base is not None and figure.base == row.base:
        up_to = None if figure.up_to_base is None else figure.up_to_base / row.mult
        return sign + _told(figure, figure.value_base / row.mult, up_to, say), ""
    return sign + number_text(figure, say), unit_of(figure, say)


def percent_text(figure: Figure, say: Words) -> str:
    """A percentage of a column of its own: a share of the plan, or a change on last year, that of a printed index, too."""
    if figure.measure != "yoy_index":
        return number_text(figure, say)
    return BOUNDS.get(figure.bound or "", "") + number(index_change(figure.value), say.lang, signed=True)


def index_change(index: float) -> float:
    """By how many per cent an index (last year = 100) says that something has changed."""
    return round(index - 100, 6)


def changed(by_measure: Mapping[str, CellRow]) -> CellRow | None:
    """The figure that tells the change on the same period of last year: a printed change, or a printed index."""
    return by_measure.get("yoy_pct") or by_measure.get("yoy_index")


def change_of(by_measure: Mapping[str, CellRow]) -> float | None:
    """The change on the same period of last year, as a percentage, from a printed change or a printed index."""
    change = changed(by_measure)
    if change is None:
        return None
    return index_change(change.value) if change.measure == "yoy_index" else change.value


def sparkline(values: Sequence[float], cells: int) -> str:
    """A sparkline of the last ``cells`` values, scaled from zero (or the lowest, if negative) to the highest."""
    shown = list(values)[-cells:]
    if len(shown) < 2:
        return ""
    low, high = min(0.0, *shown), max(shown)
    span = (high - low) or 1.0
    return "".join(BLOCKS[int((value - low) / span * (len(BLOCKS) - 0.001))] for value in shown)


def report_citation(number: str | None, label: str) -> str:
    """A report as it is cited: by its number, or by its label where it has none."""
    return clean(f"BC {number}" if number and not number.upper().startswith("BC") else (number or label))


def citation(
    number: str | None, label: str, section: str | None, footnote: str | None, say: Words, page: int | None = None
) -> str:
    """Where a figure stands: ``BC 12/BC-UBND, mục II.1.3, chú thích 7, trang 3``."""
    return ", ".join([report_citation(number, label), *place_in_report(section, footnote, say, page)])


def citation_of(row: Cited, say: Words) -> str:
    """Where a row stands."""
    return citation(row.number, say.pick(row.report_vi, row.report_en), row.section, row.footnote, say, row.page)


def place_in_report(section: str | None, footnote: str | None, say: Words, page: int | None = None) -> list[str]:
    """Where in its report a figure stands: section, note and page, as far as there are any."""
    note = say("cite.note", note=clean(footnote)) if footnote else ""
    return [part for part in (section_in_words(section, say), note, say("cite.page", page=page) if page else "") if part]


def section_in_words(section: str | None, say: Words) -> str:
    """A section as people cite it: ``P2.II.1`` is ``phần 2, mục II.1``, ``PL1`` is ``phụ lục 1``; empty where there is none."""
    kind, part, number = found.groups() if (found := _PART.fullmatch(clean(section or ""))) else ("", "", clean(section or ""))
    words = [say(_OUTERMOST[kind], part=part)] if kind else []
    return ", ".join([*words, say("cite.section", section=number)] if number else words)
