"""The catalogue and its loader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.catalogue import FOLDER, Catalogue, CatalogueError

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
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_fault(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        catalogue_of(tmp_path, text)
