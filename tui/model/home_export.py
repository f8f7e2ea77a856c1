"""The table of the first screen, to be exported: its rows with plain numbers, and where these stand."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.model.figures import change_of, changed, measure_name, percent_text
from tui.model.home import NEWEST, is_of_other_days
from tui.model.plain import Sourced, by_measure, plain, told_and_sources
from tui.model.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.panes import CellRow
    from tui.model.cells import Key
    from tui.model.home import HomeTable
    from tui.model.plain import Plain
    from tui.words import Words


def export(table: HomeTable, name: str, sources: Mapping[int, str] = MappingProxyType({})) -> Table:
    """The rows as they stand, with plain numbers: one for every measure and unit of a row, the first with plan and change.

    A row without a figure in the chosen periods has its newest one in a column of its own, beside the period of it.

    Args:
        table: whose rows are exported.
        name: of what is exported.
        sources: where passages stand, as they are cited, by their ids.
    """
    say, places = table.words, [period.id for period in table.periods]
    heads = headings(("indicator", "item", "measure", "unit"), say)
    heads += [say.pick(period.label_vi, period.label_en) for period in table.periods]
    heads += [
        *headings(("newest", "period_of_newest"), say),
        say("table.plan"),
        say("table.change"),
        *headings(("period_of",), say),
    ]
    rows: list[list[object]] = []
    for key in table.visible():
        figures, row, cells = table.at(key, None), table.series.get(key), _exported(table, key)
        plan, change = figures.get("plan_pct"), change_of(figures)
        levels = {place: plain(cell, measure_name(cell, say), row, say) for place, cell in cells.items()}
        about = next((say.pick(cell.period_vi, cell.period_en) for cell in figures.values()), None)
        beside = [plan.value if plan else None, change, None if plan is None and change is None else about]
        item = table.name(key) if key[1] is not None else None
        for own in by_measure(levels, [*places, NEWEST]) or [[None, table.unit(key), *(None for _ in places), None]]:
            said = [place for place, value in zip([*places, NEWEST], own[2:], strict=True) if value is not None]
            newest = say.pick(cells[NEWEST].period_vi, cells[NEWEST].period_en) if own[-1] is not None else None
            numbers = [
                _sourced(cells[place], _told(table, key, place, cells[place], levels[place]), sources, say) for place in said
            ]
            told = told_and_sources([*numbers, *_beside_told(figures, any(value is not None for value in beside), say)])
            rows.append([table.name((key[0], None)), item, *own, newest, *beside, *told])
            beside = [None, None, None]
    return Table(name, [*heads, *headings(("told", "disputed", "source"), say)], rows)


def exported_passages(table: HomeTable) -> list[int]:
    """The passages of the figures that are exported."""
    return list(dict.fromkeys(cell.passage_id for key in table.visible() for cell in _exported(table, key).values()))


def _beside_told(figures: Mapping[str, CellRow], exported: bool, say: Words) -> list[Sourced]:
    """The share of the plan and the change, as told, where their bare numbers do not say it all."""
    beside = {"plan": figures.get("plan_pct"), "change": changed(figures)} if exported else {}
    return [
        Sourced(say(f"table.{name}"), "", disputed=False, told=percent_text(figure, say))
        for name, figure in beside.items()
        if figure and figure.bound
    ]


def _sourced(cell: CellRow, told: str, sources: Mapping[int, str], say: Words) -> Sourced:
    period = say.pick(cell.period_vi, cell.period_en)
    return Sourced(period, sources.get(cell.passage_id, ""), cell.disputed, told)


def _told(table: HomeTable, key: Key, column: str, cell: CellRow, shown: Plain) -> str:
    """How the report has a number of a column, where the bare number does not say it all: a number of other days is dated."""
    return shown.told or (table.text(cell, key)[0] if is_of_other_days(cell, column) else "")


def _exported(table: HomeTable, key: Key) -> dict[str, CellRow]:
    """The figures of a row by chosen period; where it has none in them the newest one."""
    cells = {period.id: cell for period in table.periods if (cell := table.level(key, period.id))}
    newest = None if cells else table.first(key, table.elsewhere_at(key))
    return {NEWEST: newest} if newest else cells
