"""The catalogue: sectors, indicators and their items, as TOML files beside this one, one per sector."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
AGGREGATIONS = ("flow", "count", "stock", "rate", "index")
SENSES = ("up", "down")
GROWTH = "Tốc độ tăng"
"""How the names of rates of growth begin."""
TURNS = ("visits", "persons", "cases")
_NOT_SECTORS = ("sectors", "units", "titles")
_SECTOR_KEYS = {"id", "name_vi", "name_en", "short_vi", "short_en"}
_INDICATOR_KEYS = {
    "id", "name_vi", "name_en", "unit", "agg", "aliases", "after", "within", "without", "definition_vi", "definition_en", "item",
    "items_of", "good", "of_items", "falls", "turns", "adds_to",
}  # fmt: skip
_ITEM_KEYS = {"id", "name_vi", "name_en", "unit", "aliases", "after", "within", "without", "good", "agg", "same"}
_LISTS = ("aliases", "after", "within", "without", "items_of")
_FLAGS = ("of_items", "falls")
_NO_TEXTS = {*_LISTS, *_FLAGS, "item"}


class CatalogueError(ValueError):
    """A catalogue file is not what it should be; the message names file, indicator and fault."""


@dataclass(frozen=True, slots=True)
class Sector:
    """One of the nineteen sectors; the short names are for lists, empty where the full ones are short enough."""

    id: str
    name_vi: str
    name_en: str
    short_vi: str = ""
    short_en: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a breakdown: a product, crop, gate, source of funds.

    Attributes:
        id: unique within its indicator.
        name_vi: official wording.
        name_en: the same in English.
        unit: usual printed unit where it differs from the indicator's; else ``""``.
        aliases: how reports say it.
        after: what may stand behind the number instead.
        within: words of which one must stand nearby; none if empty.
        without: words that must not stand in the subject.
        good: as of the indicator, where the item is the other way round; None: as the indicator.
        agg: as of the indicator, where the item is another kind of number: what was left over from the period before is a
            stock among flows; None: as the indicator.
        same: the indicator that the item is, where it has a name of its own: of the turnover the exports; else ``""``.
    """

    id: str
    name_vi: str
    name_en: str
    unit: str
    aliases: tuple[str, ...]
    after: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    good: str | None = None
    agg: str | None = None
    same: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that reports count or measure.

    Attributes:
        id: stable, unique over all sectors.
        sector: id of its sector.
        name_vi: official wording.
        name_en: the same in English.
        unit: usual printed unit; ``""`` when items differ.
        agg: flow, of which months add up; count, taken anew for every period; stock, at a date; rate; index.
        aliases: how reports say it.
        after: what may stand behind the number instead.
        within: words of which one must stand nearby; none if empty.
        without: words that must not stand in the subject.
        definition_vi: one sentence, or None.
        definition_en: the same in English, or None.
        items: members of its breakdown, its own and those of the indicators that ``items_of`` names in the same file.
        good: ``up`` where more of it is good, ``down`` where less is, None where neither holds.
        of_items: every figure is of one of its items: a yield is that of a crop.
        falls: a flow of which what was counted since the beginning of the year may become less: a balance.
        turns: what a "lượt" of it is in English, visits, persons or cases; None: as the unit says.
        adds_to: the indicator of all there are, to which what this one counts is added: of new schools all schools; else ``""``.
    """

    id: str
    sector: str
    name_vi: str
    name_en: str
    unit: str
    agg: str
    aliases: tuple[str, ...]
    after: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    definition_vi: str | None = None
    definition_en: str | None = None
    items: tuple[Item, ...] = ()
    good: str | None = None
    of_items: bool = False
    falls: bool = False
    turns: str | None = None
    adds_to: str = ""

    @property
    def grows(self) -> bool:
        """Whether it is a rate of growth: "Tốc độ tăng ..."."""
        return self.name_vi.startswith(GROWTH)


@dataclass(frozen=True)
class Catalogue:
    """All sectors and indicators, in the order of the files."""

    sectors: tuple[Sector, ...]
    indicators: tuple[Indicator, ...]
    by_id: dict[str, Indicator] = field(repr=False, default_factory=dict)

    @staticmethod
    def load(folder: Path = FOLDER) -> Catalogue:
        """The catalogue of a folder; read once in a process.

        Raises:
            CatalogueError: a file is missing, no TOML, or breaks a rule of the format.
        """
        return _load(folder)

    def named(self) -> Iterator[tuple[int, int, Indicator | Item]]:
        """Everything that has a name, with the position of its indicator and, for an item, within that; -1 for the indicator."""
        for place, indicator in enumerate(self.indicators):
            yield place, -1, indicator
            yield from ((place, number, item) for number, item in enumerate(indicator.items))

    def sector_of(self, indicator: str) -> str:
        """Sector id of an indicator id."""
        return self.by_id[indicator].sector

    def item(self, indicator: str, item: str) -> Item:
        """An item by its ids.

        Raises:
            KeyError: there is none.
        """
        found = next((known for known in self.by_id[indicator].items if known.id == item), None)
        if found is None:
            raise KeyError(f"{indicator}.{item}")
        return found


@cache
def _load(folder: Path) -> Catalogue:
    sectors = _sectors(folder / "sectors.toml")
    indicators: list[Indicator] = []
    by_id: dict[str, Indicator] = {}
    for sector in sectors:
        file = folder / f"{sector.id}.toml"
        rows = _tables(file, "indicator") if file.is_file() else []
        for row in rows:
            _check(row, _INDICATOR_KEYS, ("id", "name_vi", "name_en", "agg", "aliases"), _where(row, file.name))
        own = {row["id"]: [_item(item, _where(row, file.name)) for item in row.get("item", [])] for row in rows}
        for row in rows:
            indicator = _indicator(row, own, sector.id, file.name)
            if indicator.id in by_id:
                raise CatalogueError(f"{file.name}: {indicator.id}: the id stands twice in the catalogue")
            by_id[indicator.id] = indicator
            indicators.append(indicator)
    for indicator in indicators:
        if strange := next((item for item in indicator.items if item.same and item.same not in by_id), None):
            raise CatalogueError(
                f"{indicator.sector}.toml: {indicator.id}: item {strange.id}: same names {strange.same}, which is no indicator"
            )
        if indicator.adds_to and indicator.adds_to not in by_id:
            raise CatalogueError(
                f"{indicator.sector}.toml: {indicator.id}: adds_to names {indicator.adds_to}, which is no indicator"
            )
    known = {sector.id for sector in sectors}
    if strangers := sorted(file.name for file in folder.glob("*.toml") if file.stem not in {*known, *_NOT_SECTORS}):
        raise CatalogueError(f"{strangers[0]}: no such sector")
    return Catalogue(sectors, tuple(indicators), by_id)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomli.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CatalogueError(f"{file.name}: missing") from error
    except ValueError as error:
        raise CatalogueError(f"{file.name}: {error}") from error


def _sectors(file: Path) -> tuple[Sector, ...]:
    rows = _tables(file, "sector")
    for row in rows:
        _check(row, _SECTOR_KEYS, ("id", "name_vi", "name_en"), f"{file.name}: {row.get('id', 'a sector without id')}")
    sectors = {row["id"]: Sector(**row) for row in rows}
    if not sectors:
        raise CatalogueError(f"{file.name}: no sector")
    if len(sectors) < len(rows):
        raise CatalogueError(f"{file.name}: two sectors have the same id")
    return tuple(sectors.values())


def _tables(file: Path, name: str) -> list[dict[str, Any]]:
    """The tables of one name, of which a file consists."""
    found = _read(file)
    if unknown := sorted(found.keys() - {name}):
        raise CatalogueError(f"{file.name}: unknown key {unknown[0]}")
    return _as_tables(found.get(name, []), name, file.name)


def _as_tables(found: Any, name: str, where: str) -> list[dict[str, Any]]:
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise CatalogueError(f"{where}: {name} must be a list of tables")
    return found


def _where(row: dict[str, Any], file: str) -> str:
    """What an error says of where an indicator stands."""
    return f"{file}: {row.get('id', 'an indicator without id')}"


def _indicator(row: dict[str, Any], own: dict[str, list[Item]], sector: str, file: str) -> Indicator:
    """The indicator of a checked row, with its own items and those of the other indicators of the file that it names."""
    where = _where(row, file)
    if strangers := [other for other in row.get("items_of", []) if other not in own]:
        raise CatalogueError(f"{where}: items_of names {strangers[0]}, which this file does not have")
    items = {item.id: item for item in own[row["id"]]}
    if len(items) < len(own[row["id"]]):
        raise CatalogueError(f"{where}: two items have the same id")
    for other in row.get("items_of", []):
        items = {**items, **{item.id: item for item in own[other] if item.id not in items}}
    return Indicator(
        row["id"], sector, row["name_vi"], row["name_en"], row.get("unit", ""), row["agg"], *_words(row),
        row.get("definition_vi"), row.get("definition_en"), tuple(items.values()), row.get("good"),
        "of_items" in row, "falls" in row, row.get("turns"), row.get("adds_to", ""),
    )  # fmt: skip


def _item(row: dict[str, Any], where: str) -> Item:
    where = f"{where}: item {row.get('id', 'without id')}"
    _check(row, _ITEM_KEYS, ("id", "name_vi", "name_en"), where)
    words = _words({"aliases": [row["name_vi"]], **row})
    return Item(
        row["id"],
        row["name_vi"],
        row["name_en"],
        row.get("unit", ""),
        *words,
        row.get("good"),
        row.get("agg"),
        row.get("same", ""),
    )


def _words(row: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return tuple(row["aliases"]), tuple(row.get("after", ())), tuple(row.get("within", ())), tuple(row.get("without", ()))


def _check(row: dict[str, Any], allowed: set[str], needed: tuple[str, ...], where: str) -> None:
    if missing := [key for key in needed if not row.get(key)]:
        raise CatalogueError(f"{where}: {missing[0]} is missing")
    if unknown := sorted(set(row) - allowed):
        raise CatalogueError(f"{where}: unknown key {unknown[0]}")
    if wrong := [key for key, value in row.items() if key not in _NO_TEXTS and not isinstance(value, str)]:
        raise CatalogueError(f"{where}: {wrong[0]} must be text")
    if row.get("good", SENSES[0]) not in SENSES:
        raise CatalogueError(f"{where}: good must be one of {', '.join(SENSES)}")
    if row.get("agg", AGGREGATIONS[0]) not in AGGREGATIONS:
        raise CatalogueError(f"{where}: agg must be one of {', '.join(AGGREGATIONS)}")
    if row.get("turns", TURNS[0]) not in TURNS:
        raise CatalogueError(f"{where}: turns must be one of {', '.join(TURNS)}")
    for key in _FLAGS:
        if row.get(key, True) is not True:
            raise CatalogueError(f"{where}: {key} is true or left out")
    for key in _LISTS:
        if not isinstance(row.get(key, []), list) or not all(isinstance(word, str) and word.strip() for word in row.get(key, [])):
            raise CatalogueError(f"{where}: {key} must be a list of words")
    _as_tables(row.get("item", []), "item", where)
