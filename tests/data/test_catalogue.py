"""The catalogue and its loader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from data.catalogue import FOLDER, Catalogue, CatalogueError
from data.grammar.unit import unit_of

if TYPE_CHECKING:
    from pathlib import Path

GOOD = '[[indicator]]\nid = "wells"\nname_vi = "Số giếng"\nname_en = "Wells"\nagg = "stock"\naliases = ["giếng"]\n'


def catalogue_of(folder: Path, industry: str) -> Catalogue:
    for name in ("sectors.toml", "titles.toml", "units.toml"):
        (folder / name).write_text((FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "industry.toml").write_text(industry, encoding="utf-8")
    return Catalogue.load(folder)


def test_the_shipped_catalogue_loads_with_all_sectors() -> None:
    catalogue = Catalogue.load()
    assert len(catalogue.sectors) == 19
    assert {indicator.sector for indicator in catalogue.indicators} <= {sector.id for sector in catalogue.sectors}


def test_a_name_is_given_once() -> None:
    catalogue = Catalogue.load()
    names = [(indicator.name_vi, indicator.name_en) for indicator in catalogue.indicators]
    assert [len(set(of_language)) for of_language in zip(*names, strict=True)] == [len(names)] * 2
    for _, _, owner in catalogue.named():
        for words in (owner.aliases, owner.after, owner.within, owner.without):
            assert len(words) == len({word.lower() for word in words}), owner.id


ONE_KIND = {
    "flow": ("output", "turnover", "value", "damage", "deaths", "injured", "seized", "fines"),
    "stock": ("members", "accounts", "debt"),
    "rate": ("rate", "share", "price", "growth", "occupancy", "10000"),
    "index": ("index",),
}


@pytest.mark.parametrize(("agg", "kind"), [(agg, kind) for agg, kinds in ONE_KIND.items() for kind in kinds])
def test_what_is_of_one_kind_is_added_up_alike(agg: str, kind: str) -> None:
    """All prices are rates, all fines flows: the last word of an id says of what kind an indicator is."""
    alike = [indicator for indicator in Catalogue.load().indicators if indicator.id.split("_")[-1] == kind]
    assert alike
    assert [indicator.id for indicator in alike if indicator.agg != agg] == []


def test_how_many_of_a_fixed_set_are_ahead_is_counted_anew_for_every_period() -> None:
    """The branches that grew in a month and those that grew since January are no sum: nothing to average by the month."""
    counted = ("targets_met", "iip_branches", "industrial_products_growing", "cpi_groups", "revenue_heads_reached")
    assert {Catalogue.load().by_id[indicator].agg for indicator in counted} == {"count"}


def test_every_unit_of_the_catalogue_has_an_english_name() -> None:
    symbols = {"kg", "ha", "m", "km", "mm", "MW", "MVA", "kWh", "USD", "TEU"}
    named = [wanted.unit for _, _, wanted in Catalogue.load().named() if wanted.unit]
    for unit in dict.fromkeys(named):
        english = unit_of(unit).name_en
        assert not {*re.split("[ /]", english)} & {*filter(str.isalpha, re.split("[ /]", unit))} - symbols, unit
        assert english.translate({ord(sign): "" for sign in "²³‰"}).isascii(), unit


@pytest.mark.parametrize(
    ("unit", "english"),
    [
        ("triệu đồng/người/tháng", "million dong a person a month"),
        ("đồng/doanh nghiệp", "dong an enterprise"),
        ("tạ/ha", "quintals/ha"),
        ("bác sĩ/1 vạn dân", "doctors per 10,000 people"),
        ("nam/100 nữ", "males per 100 females"),
    ],
)
def test_what_a_unit_is_counted_on_is_said_in_english_too(unit: str, english: str) -> None:
    assert unit_of(unit).name_en == english


def test_a_new_indicator_is_a_few_lines(tmp_path: Path) -> None:
    catalogue = catalogue_of(tmp_path, GOOD)
    assert catalogue.sector_of("wells") == "industry"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + GOOD, "stands twice"),
        (GOOD.replace('"stock"', '"heap"'), "agg must be one of"),
        (GOOD.replace("aliases", "alias"), "aliases is missing"),
        (GOOD + 'colour = "red"\n', "unknown key colour"),
        (GOOD + 'good = "more"\n', "good must be one of"),
        (GOOD + 'of_items = "yes"\n', "of_items is true or left out"),
        (GOOD + "falls = false\n", "falls is true or left out"),
        (GOOD + "aliases_broken = [", "industry.toml"),
        (GOOD.replace('["giếng"]', '[""]'), "must be a list of words"),
        (GOOD.replace("[[indicator]]", "[indicator]"), "industry.toml: indicator must be a list of tables"),
        ("indicator = [1]", "indicator must be a list of tables"),
        (GOOD.replace("[[indicator]]", "[[indicators]]"), "industry.toml: unknown key indicators"),
        (GOOD + "[indicator.item]\nid = 'deep'\n", "industry.toml: wells: item must be a list of tables"),
        (GOOD + "item = 'deep'\n", "wells: item must be a list of tables"),
        (GOOD.replace('"wells"', "7"), "industry.toml: 7: id must be text"),
        (GOOD.replace('"wells"', '["wells"]'), "id must be text"),
        (GOOD.replace('"Số giếng"', "[1]"), "wells: name_vi must be text"),
        (GOOD + "unit = 3\n", "wells: unit must be text"),
        (GOOD.replace('"stock"', "['stock']"), "wells: agg must be text"),
        (GOOD + "[[indicator.item]]\nid = 'deep'\nname_vi = 3\nname_en = 'Deep'\n", "wells: item deep: name_vi must be text"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_fault(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        catalogue_of(tmp_path, text)


SECTOR = '[[sector]]\nid = "industry"\nname_vi = "Công nghiệp"\nname_en = "Industry"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "sectors.toml: no sector"),
        (SECTOR.replace("[[sector]]", "[sector]"), "sectors.toml: sector must be a list of tables"),
        (SECTOR.replace("name_en", "english"), "sectors.toml: industry: name_en is missing"),
        (SECTOR + 'colour = "red"\n', "sectors.toml: industry: unknown key colour"),
        (SECTOR + "short_vi = 3\n", "sectors.toml: industry: short_vi must be text"),
        (SECTOR + SECTOR, "sectors.toml: two sectors have the same id"),
        (SECTOR + "[", "sectors.toml"),
    ],
)
def test_a_broken_list_of_sectors_is_refused_with_its_fault(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "sectors.toml").write_text(text, encoding="utf-8")
    (tmp_path / "industry.toml").write_text("", encoding="utf-8")
    with pytest.raises(CatalogueError, match=message):
        Catalogue.load(tmp_path)


def test_an_item_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        Catalogue.load().item("industrial_output", "nothing")


def test_a_part_that_is_an_indicator_of_its_own_names_one(tmp_path: Path) -> None:
    part = '  [[indicator.item]]\n  id = "deep"\n  name_vi = "Giếng sâu"\n  name_en = "Deep wells"\n  same = "bores"\n'
    with pytest.raises(CatalogueError, match="item deep: same names bores, which is no indicator"):
        catalogue_of(tmp_path, GOOD + part)
