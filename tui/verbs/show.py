"""The verb ``show``: the sectors, or the figures of a sector, indicator or item given by id or by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.model.figures import measure_name, number_text, place_in_report, unit_of
from tui.verbs.output import FOR_PEOPLE, print_rows
from tui.verbs.store import open_or_build
from tui.verbs.table import Manner

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from queries.panes import NameRow, SectorRow
    from queries.show import SourcedFigureRow
    from queries.store import Store
    from tui.words import Words

MOST = 8
"""Names, or periods, that are offered where several may be meant."""


def show(options: argparse.Namespace) -> int:
    """Print the sectors, or the figures of the sector, indicator or item that is meant.

    Raises:
        UsageError: nothing has such an id or name, or several have, or there are no figures in the period.
    """
    from queries.panes import SECTORS
    from tui.model.unknown import UNKNOWN

    say, subject = options.words(), " ".join(options.subject)
    with open_or_build(options) as store:
        sectors = [sector for sector in store.ask(SECTORS) if sector.id != UNKNOWN]
        if not subject:
            _print_sectors(options.format, _sectors_in(store, options.period) if options.period else sectors, say)
            return 0
        ids = [subject.lower()]
        if not _figures(store, ids):
            names = _names(store, subject, sectors)
            ids = _meant(names, subject, sectors)
            if not ids:
                known = [f"{row.item_id or row.indicator_id} ({say.pick(row.name_vi, row.name_en)})" for row in names]
                raise UsageError("several_subjects", subject, names=_some(known, "; "))
        figures = _figures(store, ids, options.period)
        if not figures:
            periods = dict.fromkeys(figure.period_id for figure in _figures(store, ids))
            raise UsageError("no_figures_in_period", subject, period=options.period, periods=", ".join(periods))
    _print_figures(options.format, figures, say)
    return 0


def _sectors_in(store: Store, period: str) -> list[SectorRow]:
    """The sectors as they are in one period."""
    from queries.panes import PERIODS
    from queries.show import SECTORS

    if found := store.ask(SECTORS, period=period):
        return found
    fullest = sorted(store.ask(PERIODS), key=lambda row: -row.figures)
    raise UsageError("no_such_period", period, periods=_some([row.id for row in fullest], ", "))


def _some(names: Sequence[str], between: str) -> str:
    """The first names of a list, and a sign that there are more."""
    return between.join([*names[:MOST], *(["…"] if len(names) > MOST else [])])


def _figures(store: Store, ids: Sequence[str], period: str | None = None) -> list[SourcedFigureRow]:
    from queries.show import FIGURES

    return [figure for id_ in ids for figure in store.ask(FIGURES, subject=id_, period=period)]


def _names(store: Store, subject: str, sectors: Sequence[SectorRow]) -> list[NameRow]:
    """The names that hold the words, as the explorer's search finds them."""
    from queries.panes import NAMES
    from tui.model.search import find, nearest

    names = store.ask(NAMES, unused=False)
    found = find(names, subject)
    if not found and not _sectors(sectors, subject):
        near = nearest(names, subject)
        known = [row.item_id or row.indicator_id for row in near] or [sector.id for sector in sectors]
        raise UsageError("no_such_subject", subject, names=", ".join(known))
    return found


def _meant(names: Sequence[NameRow], subject: str, sectors: Sequence[SectorRow]) -> list[str]:
    """The ids of what is meant: everything of exactly this name; else the only name, or only indicator, that holds the words.

    Names that hold the words one behind the other come before those that hold them anywhere. Empty where several may be meant.
    """
    from queries.fold import fold

    if sector := _sectors(sectors, subject):
        return sector
    folded = fold(subject)
    if same := [row for row in names if folded in (row.folded, row.folded_en)]:
        return [row.item_id or row.indicator_id for row in same]
    names = _without_namesakes(names)
    together = [row for row in names if any(f" {folded} " in f" {_plain(own)} " for own in (row.folded, row.folded_en))]
    for found in (together, names):
        indicators = [row.indicator_id for row in found if row.item_id is None]
        if len(indicators) == 1:
            return indicators
        if len(found) == 1:
            return [row.item_id for row in found if row.item_id]
        if indicators:
            break
    return []


def _without_namesakes(names: Sequence[NameRow]) -> list[NameRow]:
    """Names without those of other areas whose own namesake is there, too: words mean these only where they say the area."""
    ids = {row.item_id or row.indicator_id for row in names}
    return [
        row for row in names if (id_ := row.item_id or row.indicator_id) == (own := re.sub("@[^.]*", "", id_)) or own not in ids
    ]


def _plain(folded: str) -> str:
    """A folded name without its punctuation, so that every word of it stands between blanks."""
    return "".join(letter if letter.isalnum() else " " for letter in folded)


def _sectors(sectors: Sequence[SectorRow], subject: str) -> list[str]:
    from queries.fold import fold

    return [sector.id for sector in sectors if fold(subject) in (fold(sector.name_vi), fold(sector.name_en))]


def _print_sectors(form: str, sectors: Sequence[SectorRow], say: Words) -> None:
    heads = ("id", *(say(f"shown.{name}") for name in ("sector", "indicators", "figures", "disputed")))
    print_rows(form, heads, ((s.id, say.pick(s.name_vi, s.name_en), s.indicators, s.figures, s.disputed) for s in sectors))


def _print_figures(form: str, figures: Sequence[SourcedFigureRow], say: Words) -> None:
    names = ("indicator", "item", "period", "measure", "value", "unit", "source", "disputed")
    if form in FOR_PEOPLE:
        heads = (*(say(f"shown.{name}") for name in names[:-1]), "⚠")
        manner = Manner(right=(say("shown.value"),), named=2, spelt={"⚠": say("shown.disputed")})
        print_rows(form, heads, (_words(figure, say) for figure in figures), manner)
    else:
        print_rows(form, (*names, "base_period", "bound", "up_to", "out_of"), (_values(figure, say) for figure in figures))


def _words(figure: SourcedFigureRow, say: Words) -> tuple[str, ...]:
    return (
        say.pick(figure.indicator_vi, figure.indicator_en), say.pick(figure.item_vi, figure.item_en),
        say.pick(figure.period_vi, figure.period_en), measure_name(figure, say),
        number_text(figure, say), unit_of(figure, say),
        _source(figure, say), "⚠" if figure.disputed else "",
    )  # fmt: skip


def _values(figure: SourcedFigureRow, say: Words) -> tuple[object, ...]:
    return (
        say.pick(figure.indicator_vi, figure.indicator_en), say.pick(figure.item_vi, figure.item_en),
        say.pick(figure.period_vi, figure.period_en), figure.measure, figure.value, figure.unit, _source(figure, say),
        figure.disputed, figure.base_period, figure.bound, figure.up_to, figure.out_of,
    )  # fmt: skip


def _source(figure: SourcedFigureRow, say: Words) -> str:
    return ", ".join([say.pick(figure.report_vi, figure.report_en), *place_in_report(figure.section, figure.footnote, say)])
