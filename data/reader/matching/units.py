"""The printed unit of a number compared with the units of the catalogue's names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from data.grammar.unit import is_money, noun_kind, unit_of

if TYPE_CHECKING:
    from data.catalogue import Catalogue

_OTHER_GOODS, _OTHER_NOUN, _OTHER_COUNT, _OTHER_KIND = 1.0, 3.5, 6.0, 30.0
_PERSONS, _OTHER_THINGS = "persons", 16.0
"""The kind of nouns that count people, and what speaks against a name that counts things of quite another kind."""
_RELATED = (
    frozenset({"organisations", "places", "works", "households"}),
    frozenset({"medals", "prizes"}),
    frozenset({"papers", "events"}),
)
"""Kinds of nouns of which one often stands for another: a name counts letters, the report tells "14 vụ khiếu nại"."""
_HELD = ("papers", "events")
"""Of these not the other way round: papers that are counted are no meetings, of which an office tells before what it issued."""
SAME_UNIT = 1.5
_NO_RATE, _RATE = 12.0, 1.5
_POINTS, _NO_POINTS = "điểm phần trăm", 24.0
"""The unit of differences of rates; what speaks against it where a rate or a count is asked for, and the other way round."""
_SHORT_POINTS = "điểm"
"""How percentage points are told for short: "đóng góp 0,4 điểm"."""
_VISITS = "lượt "
"""What counts visits by people, not people: "lượt công dân"."""
_TIMES, _STANDING = "lượt", ("organisations", "places", "works")
"""Times that something was done, and the kinds of nouns that count what stands, which no times are of."""
_OF_PEOPLE = " dân"
"""What ends the unit of a density: "bác sĩ/1 vạn dân", which is no count."""
A_YEAR = "/năm"
"""What says that a count is one of every year: "600 doanh nghiệp/năm"."""
_TIMES_TOLD = ("/tháng", A_YEAR)
"""For what time an income may be told."""
_OTHER_SIZES = ({"ha", "m"}, {"ha", "tấn"}, {"ha", "m³"})
"""Base units of which what is measured in one is not measured in the other: an area is no length, weight or volume."""
_LONG, _VOLUME = "km", "m³"
"""A unit of length that is not one of volume of which the exponent is lost, as "m" may be; and the volume."""
_APART = frozenset({
    "persons", "events", "organisations", "places", "works", "beings", "vehicles", "relics", "medals"
})  # fmt: skip
"""Kinds of nouns of which what is counted in one is not counted in another: communes are no meetings."""
_ALSO_MADE_OF_OTHERS = ("phường", "ca")
"""Nouns that recognition makes of the first syllable of others, too: "phương tiện", "cá nhân"."""
_AMOUNT = 1e6
_GOODS = frozenset({"tấn", "m³", "m", "lít", "cái", "chiếc", "sản phẩm", "bộ", "viên", "đôi"})
"""Base units that may each tell how much of a product was made: beer in litres or tonnes, stone in m³ or tonnes."""


class Units:
    """The units of a catalogue's indicators and items, each as what it is in base units."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._units = [_key(indicator.unit) for indicator in catalogue.indicators]
        self._prices = [_price(indicator.unit) for indicator in catalogue.indicators]
        self._points = [unit_of(indicator.unit).base == _POINTS for indicator in catalogue.indicators]
        self._items = [[_key(item.unit) for item in indicator.items] for indicator in catalogue.indicators]

    def _wanted(self, place: int, number: int) -> str:
        return (self._items[place][number] if number >= 0 else "") or self._units[place]

    def measures(self, place: int, number: int, unit: str) -> bool:
        """Whether an item is measured in a printed unit."""
        wanted, given = self._wanted(place, number), _key(unit)
        return (
            not wanted or wanted == given or (bool(given) and given != "%" and self._against(place, given, wanted) <= _OTHER_NOUN)
        )

    def only_item(self, place: int, unit: str) -> int:
        """The only item of an indicator that is told in a printed unit in which the indicator itself is not: USD a head.

        Nouns of one kind go together: of visits "tiếp 12 lượt với 15 người" the people are those of the item told in "công dân".
        """
        given = _key(unit)
        if not given or given == "%" or given.startswith(_VISITS):
            return -1
        kind = noun_kind(given)
        if not self.conflicts(place, -1, unit):
            if not kind or self._units[place] == given or noun_kind(self._units[place]) == kind:
                return -1
            alike = [number for number, wanted in enumerate(self._items[place]) if wanted and noun_kind(wanted) == kind]
        else:
            alike = [number for number, wanted in enumerate(self._items[place]) if wanted == given]
        return alike[0] if len(alike) == 1 else -1

    def conflicts(self, place: int, number: int, unit: str) -> bool:
        """Whether a unit conflicts with that of an indicator or item, being of another kind."""
        wanted, given = self._wanted(place, number), _key(unit)
        if self._points[place] and unit in ("%", _SHORT_POINTS):
            return unit == "%"
        return bool(wanted and given) and wanted != given and not (_counted(wanted) and _counted(given))

    def excludes(self, place: int, number: int, unit: str) -> bool:
        """Whether a number in a unit cannot be what is named at all: money or a count is no rate, and learners are no classes."""
        given, wanted = _key(unit), self._wanted(place, number)
        if not given or not _counted(given):
            long = unit == _LONG and wanted == _VOLUME
            return (wanted == "%" and is_money(unit)) or {given, wanted} in _OTHER_SIZES or long
        kinds = {noun_kind(given), noun_kind(wanted)}
        apart = len(kinds) > 1 and kinds <= _APART and given not in _ALSO_MADE_OF_OTHERS
        return wanted == "%" or is_money(wanted) or apart or (number >= 0 and self._counts_the_whole(place, given, wanted))

    def _counts_the_whole(self, place: int, given: str, wanted: str) -> bool:
        """Whether a noun is one of the kind in which an indicator is counted, and an item of it is counted in another."""
        whole, kind = self._units[place], noun_kind(given)
        if wanted == whole or given.startswith(wanted) or not kind or not _counted(wanted):
            return False
        return noun_kind(whole) == kind != noun_kind(wanted)

    def support(self, place: int, number: int, unit: str, rate_alone: bool) -> float:
        """What a printed unit says for an indicator or item, or against it."""
        wanted, given, support = self._wanted(place, number), _key(unit), 0.0
        if given and wanted:
            if given == wanted:
                support += SAME_UNIT
            elif given != "%":
                support -= self._against(place, given, wanted)
        if self._prices[place] and unit_of(unit).mult >= _AMOUNT:
            support -= _OTHER_KIND
        if self._points[place] and unit == "%":
            support -= _NO_POINTS
        if unit.startswith("%") and wanted and wanted != "%":
            support -= _NO_RATE if rate_alone else _RATE
        if unit == _POINTS and wanted and wanted != "%":
            support -= _NO_POINTS
        return support

    def _against(self, place: int, given: str, wanted: str) -> float:
        """What speaks against a name whose unit is another one; goods of an indicator without a unit are weighed or counted."""
        if self._points[place] and given == _SHORT_POINTS:
            return 0.0
        return _OTHER_GOODS if not self._units[place] and {given, wanted} <= _GOODS else _unlike(given, wanted)


@cache
def _key(unit: str) -> str:
    base = unit_of(unit).base if unit else ""
    noun, yearly, _ = base.partition(A_YEAR)
    base = noun if yearly and _counted(noun) else base
    return "%" if base.split("/")[0] in ("%", _POINTS) else base


@cache
def _price(unit: str) -> bool:
    """Whether a unit is that of a price of small things: đồng/kg, which no amount in millions is one of."""
    return unit.startswith("đồng/")


@cache
def _counted(base: str) -> bool:
    return unit_of(base).counted


def _a_day(noun: str, rate: str) -> bool:
    """Whether a rate tells how many of a noun there are a day: vehicle trips, and "xe/ngày"."""
    counted, daily, _ = rate.partition("/ngày")
    return bool(daily) and noun_kind(noun) != "" and noun_kind(noun) == noun_kind(counted)


def _time_of(unit: str) -> str:
    """The month or year for which an amount is told: "đồng/người/tháng"."""
    return next((time for time in _TIMES_TOLD if unit.endswith(time)), "")


@cache
def _unlike(given: str, wanted: str) -> float:
    """What speaks against a name whose unit is another one than that printed."""
    if _time_of(given) != _time_of(wanted) and _time_of(given) and _time_of(wanted):
        return _OTHER_KIND
    if given.partition("/")[0] == wanted.partition("/")[0]:
        if given.endswith(_OF_PEOPLE) == wanted.endswith(_OF_PEOPLE):
            return 1.0
        return _OTHER_KIND if given.endswith(_OF_PEOPLE) else _OTHER_NOUN
    if _a_day(given, wanted) or _a_day(wanted, given):
        return 1.0
    if not (_counted(given) and _counted(wanted)):
        return _OTHER_KIND
    if given.partition(",")[0] == wanted.partition(",")[0]:
        return 0.0  # "xã, phường, thị trấn" are communes
    one, other = noun_kind(given), noun_kind(wanted)
    if one == _PERSONS and not other:
        return _OTHER_COUNT
    if one and other and one != other:
        related = any({one, other} <= kinds for kinds in _RELATED) and (one, other) != _HELD
        return _OTHER_COUNT if related else _OTHER_THINGS
    if (given == _TIMES and other in _STANDING) or (wanted == _TIMES and one in _STANDING):
        return _OTHER_COUNT
    return _OTHER_NOUN
