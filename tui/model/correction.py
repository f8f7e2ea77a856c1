"""The correction form: the values its five fields accept, and the patch made of what was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from queries.fold import fold
from tui.draw import clean
from tui.model.search import find

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.panes import FigureRow, NameRow, PeriodRow
    from queries.review import UnitRow
    from tui.words import Words

FIELDS = ("value", "unit", "measure", "period", "name")
MOST = 40
"""Names that are suggested."""
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(\1\d{3})*")


class Choice(NamedTuple):
    """A value that a field accepts: the stored key, the shown text, and an explanation."""

    key: str
    shown: str
    more: str = ""


class FieldError(ValueError):
    """What was typed into a field is not a value that it accepts; ``field`` names it."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class Vocabulary(NamedTuple):
    """The values that the fields accept."""

    units: Sequence[UnitRow]
    periods: Sequence[PeriodRow]
    names: Sequence[NameRow]


def parse_number(text: str, lang: str) -> float:
    """A number as the language writes it: ``1.072,9`` or ``1,072.9``; a lone point or comma is taken as the language does.

    Raises:
        ValueError: it is no number.
    """
    plain = text.strip().replace("−", "-").replace("\u00a0", "").replace(" ", "").removeprefix("+")
    point, group = (",", ".") if lang == "vi" else (".", ",")
    if point in plain and group in plain and plain.rfind(group) > plain.rfind(point):
        point, group = group, point
    if point not in plain and group in plain and not _GROUPED.fullmatch(plain.lstrip("-")):
        point, group = group, point
    return float(plain.replace(group, "").replace(point, "."))


def choices(field: str, text: str, among: Vocabulary, say: Words) -> list[Choice]:
    """The values of a field that contain all words typed so far, ignoring diacritics."""
    if field == "name":
        return [_named(row, say) for row in find(among.names, text.replace(" · ", " "), MOST)]
    words = fold(text).split()
    return [one for one in _all(field, among, say) if all(word in fold(f"{one.shown} {one.more} {one.key}") for word in words)]


def initial_values(figure: FigureRow | None, printed: str, among: Vocabulary, say: Words) -> dict[str, str]:
    """The initial contents of the fields."""
    from tui.model.review import name_of
    from tui.numbers import number

    if figure is None:
        digits = re.sub(r"[^\d.,-]", "", printed)
        return {"value": digits, "unit": "", "measure": say("measure.value"), "period": "", "name": ""}
    unit = next((_unit(row, among, say).shown for row in among.units if row.id == figure.unit), clean(figure.unit))
    return {
        "value": number(figure.value, say.lang), "unit": unit, "measure": say(f"measure.{figure.measure}"),
        "period": say.pick(figure.period_vi, figure.period_en),
        "name": name_of(figure, say) if figure.indicator_id else "",
    }  # fmt: skip


def patch_of(typed: Mapping[str, str], among: Vocabulary, say: Words) -> dict[str, str]:
    """The patch of a correction: what was typed, under the names that the store's reviews use; those add the other fields.

    Raises:
        FieldError: a field is no number, no period, no measure, no name of the catalogue, or has no unit.
    """
    try:
        value = parse_number(typed["value"], say.lang)
    except ValueError as error:
        raise FieldError("value") from error
    unit = _exact("unit", typed["unit"], among, say) or typed["unit"].strip()
    if not unit:
        raise FieldError("unit")
    measure = _exact("measure", typed["measure"], among, say)
    if measure is None:
        raise FieldError("measure")
    period = _exact("period", typed["period"], among, say) or _period(typed["period"])
    indicator, item = _catalogued(typed["name"], among, say)
    return {
        "value": f"{value:.15g}", "unit": unit, "measure": measure, "period": period, "indicator": indicator, "item": item,
    }  # fmt: skip


def corrected(figure: FigureRow, patch: Mapping[str, str], among: Vocabulary) -> FigureRow:
    """A figure as a correction makes it, to be shown before the store holds it."""
    name = _row_of_name(patch, among)
    within = name is not None and name.item_id is not None
    indicator = (name.within_vi, name.within_en) if within and name else (name.name_vi, name.name_en) if name else (None, None)
    period_vi, period_en = _labels_of_period(patch["period"], among)
    return figure._replace(
        value=float(patch["value"]), unit=patch["unit"], measure=patch["measure"], period_id=patch["period"],
        unit_en=next((row.name_en for row in among.units if row.id == patch["unit"]), patch["unit"]),
        period_vi=period_vi, period_en=period_en, sector_id=name.sector_id if name else None,
        indicator_id=name.indicator_id if name else None, item_id=name.item_id if name else None,
        indicator_vi=indicator[0], indicator_en=indicator[1],
        item_vi=name.name_vi if within and name else None, item_en=name.name_en if within and name else None,
        reviewed=True,
    )  # fmt: skip


def _row_of_name(patch: Mapping[str, str], among: Vocabulary) -> NameRow | None:
    """What the catalogue calls the indicator or item of a patch; None where it names none."""
    item = f"{patch['indicator']}.{patch['item']}" if patch["item"] else None
    return next((row for row in among.names if (row.indicator_id, row.item_id) == (patch["indicator"], item)), None)


def _labels_of_period(period: str, among: Vocabulary) -> tuple[str, str]:
    """What a period is called in both languages, be it in the store or not."""
    from data.grammar.period import Period

    known = next((row for row in among.periods if row.id == period), None)
    return (known.label_vi, known.label_en) if known else (Period.parse(period).label("vi"), Period.parse(period).label("en"))


def _all(field: str, among: Vocabulary, say: Words) -> list[Choice]:
    if field == "unit":
        return [_unit(row, among, say) for row in among.units]
    if field == "period":
        return [Choice(row.id, say.pick(row.label_vi, row.label_en), row.id) for row in reversed(among.periods)]
    if field == "measure":
        return [Choice(key.partition(".")[2], say(key)) for key in say.keys("measure")]
    return []


def _unit(row: UnitRow, among: Vocabulary, say: Words) -> Choice:
    """A unit by its English name in English, with the report's word; by that word where several units have the same name."""
    if say.lang != "en" or row.name_en == row.id:
        return Choice(row.id, row.id)
    shared = sum(one.name_en == row.name_en for one in among.units) > 1
    return Choice(row.id, row.id, row.name_en) if shared else Choice(row.id, row.name_en, row.id)


def _named(row: NameRow, say: Words) -> Choice:
    own, within = clean(say.pick(row.name_vi, row.name_en)), clean(say.pick(row.within_vi, row.within_en))
    if row.item_id:
        return Choice(f"{row.indicator_id} {row.item_id.removeprefix(row.indicator_id + '.')}", f"{own} · {within}")
    return Choice(row.indicator_id, own, within)


def _exact(field: str, text: str, among: Vocabulary, say: Words) -> str | None:
    wanted = text.strip()
    return next((one.key for one in _all(field, among, say) if wanted in (one.shown, one.key)), None)


def _period(text: str) -> str:
    from data.grammar.period import Period

    try:
        return Period.parse(text.strip()).id
    except ValueError as error:
        raise FieldError("period") from error


def _catalogued(text: str, among: Vocabulary, say: Words) -> tuple[str, str]:
    wanted = text.strip()
    if not wanted:
        return "", ""
    for row in among.names:
        choice = _named(row, say)
        if choice.shown == wanted:
            indicator, _, item = choice.key.partition(" ")
            return indicator, item
    raise FieldError("name")
