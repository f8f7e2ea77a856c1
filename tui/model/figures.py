"""How a figure is written: its number in the unit of its row, its sign, bound and colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from tui.draw import clean
from tui.model.measures import AIMS, NO_LEVELS, ON_BASE, SIGNED
from tui.model.periods import short_label
from tui.numbers import BOUNDS, number
from tui.plurals import singular

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.panes import SeriesRow
    from tui.words import Words

AIM = "◇"
BLOCKS = "▁▂▃▄▅▆▇"
"""None fills its cell: the courses of rows one below the other stay apart."""
_SENSES = {"up": 1, "down": -1}
_PART = re.compile(r"P(\d+)(?:\.(.+))?")
"""A section of a report in parts, as the store writes it."""


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
    """The printed unit in the language in use, as it stands behind the number, cleaned for the terminal."""
    unit = clean(say.pick(figure.unit, figure.unit_en))
    return singular(unit) if say.lang == "en" and abs(figure.value) == 1 else unit


def amount_of(figure: Figure, say: Words) -> str:
    """The number with its unit."""
    return f"{number_text(figure, say.lang)} {unit_of(figure, say)}".rstrip()


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
    short = say("short." + figure.measure) if figure.measure != "value" else ""
    short = say("short_on." + figure.measure, base=short_label(base)) if base else short
    short = "" if short in (figure.unit, figure.unit_en) else short
    return f"{unit_of(figure, say)} {short}".strip()


def amount_in_full(figure: Based, say: Words) -> str:
    """The number with its unit and, where it is no level, its measure in short."""
    return f"{number_text(figure, say.lang)} {tail(figure, say)}".rstrip()


def number_text(figure: Figure, lang: str) -> str:
    """The number of a figure with bound and, for changes, sign; without unit."""
    bound = BOUNDS.get(figure.bound or "", "")
    return bound + number(figure.value, lang, signed=figure.measure in SIGNED)


def is_target(figure: Figure) -> bool:
    """Whether a figure is a target or a plan, which nothing has come to yet."""
    return figure.status == "T" or figure.measure in AIMS


def number_in_unit(figure: Levelled, row: SeriesRow | None, say: Words) -> tuple[str, str]:
    """The number of a figure in the unit of its row, and a unit to be written behind it where it cannot be converted.

    A target has a sign before it, so that it is known for one without colours, too. What is no level says so among levels: a
    rate of growth and a share by their per cent sign, a rank in a word.
    """
    sign = AIM if is_target(figure) else ""
    same = row is not None and figure.unit == row.unit
    if same or figure.measure in NO_LEVELS:
        unit = "" if same else say("short.rank") if figure.measure == "rank" else unit_of(figure, say)
        return sign + number_text(figure, say.lang), unit
    if row is not None and row.mult and row.base is not None and figure.base == row.base:
        bound = BOUNDS.get(figure.bound or "", "")
        return sign + bound + number(figure.value_base / row.mult, say.lang, signed=figure.measure in SIGNED), ""
    return sign + number_text(figure, say.lang), unit_of(figure, say)


def change_of(by_measure: Mapping[str, Figure]) -> float | None:
    """The change on the same period of last year, as a percentage, from a printed change or a printed index."""
    if "yoy_pct" in by_measure:
        return by_measure["yoy_pct"].value
    if "yoy_index" in by_measure:
        return round(by_measure["yoy_index"].value - 100, 6)
    return None


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
    """A section as people cite it: the store's ``P2.II.1`` is ``phần 2, mục II.1``; empty where there is none."""
    part, number = found.groups() if (found := _PART.fullmatch(clean(section or ""))) else (None, clean(section or ""))
    words = [say("cite.part", part=part)] if part else []
    return ", ".join([*words, say("cite.section", section=number)] if number else words)
