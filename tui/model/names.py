"""The names of indicators and items, fit for a terminal, in the language in use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from tui.draw import Line, clean
from tui.model.rows import BRIEF, GAP
from tui.words import texts

if TYPE_CHECKING:
    from queries.panes import FigureRow
    from tui.words import Words

AREA, ABROAD = " · ", "@"
"""What the store puts before the area, another than its own, in the name of an indicator or item, and in its id."""


class Named(Protocol):
    """What every row about an indicator or an item of one has."""

    @property
    def indicator_vi(self) -> str | None:
        """The indicator; None where the catalogue does not know it."""

    @property
    def indicator_en(self) -> str | None:
        """The same in English."""

    @property
    def item_vi(self) -> str | None:
        """The item; None where the whole indicator is meant."""

    @property
    def item_en(self) -> str | None:
        """The same in English."""


def indicator_name(row: Named, say: Words) -> str:
    """The name of the indicator; empty where there is none."""
    return clean(say.pick(row.indicator_vi, row.indicator_en))


def item_name(row: Named, say: Words) -> str:
    """The name of the item beside its indicator, which says already of which other area both are; empty where there is none."""
    return own_name(lone_item_name(row, say), indicator_name(row, say))


def lone_item_name(row: Named, say: Words) -> str:
    """The name of the item where its indicator is not named: with the area, if that is another one; empty where there is none."""
    return clean(say.pick(row.item_vi, row.item_en))


def own_name(name: str, whole: str) -> str:
    """The name of an item without the area that the name of its indicator, the ``whole``, ends with, too."""
    own, apart, area = name.rpartition(AREA)
    return own if apart and whole.endswith(apart + area) else name


def area_of(figure: FigureRow, say: Words) -> str:
    """The area of a figure where that is not the store's own, so that the indicator is named by it; else empty."""
    return indicator_name(figure, say).rpartition(AREA)[2] if ABROAD in (figure.indicator_id or "") else ""


def full_name(row: Named, say: Words) -> str:
    """The indicator, then the item."""
    return ": ".join(name for name in (indicator_name(row, say), item_name(row, say)) if name)


def figure_name(figure: FigureRow, say: Words) -> str:
    """What a figure is about; where the catalogue does not know it, in the words of its report."""
    return full_name(figure, say) or clean(figure.subject or "") or say("note.nameless")


def listed_name(row: Named, say: Words) -> Line:
    """The name in a list: the item comes first, which tells rows apart, so that it is not cut."""
    indicator, item = indicator_name(row, say), item_name(row, say)
    return ((item, "plain"), (f" · {indicator}", "dim")) if item else ((indicator, "plain"),)


def unit_tail(unit: str, say: Words) -> Line:
    """What stands behind a name: its unit, with the words of scale and money short where there is little room."""
    short = brief_unit(unit, say.lang)
    return (GAP, (unit, "dim")) if short == unit else (GAP, (unit, "dim"), BRIEF, (short, "dim"))


@cache
def brief_unit(unit: str, lang: str) -> str:
    """A unit with short words of scale and money: ``tr. đ`` of ``triệu đồng``."""
    brief = dict(text.split() for key, text in texts(lang).items() if key.startswith("brief."))
    return " ".join(brief.get(word, word) for word in unit.split(" "))
