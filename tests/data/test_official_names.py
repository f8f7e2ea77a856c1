"""Every indicator told by its own name and in its own unit is read as itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.catalogue import Catalogue, Indicator
from data.reader.read import read_report
from tests.data.naming import HEAD

if TYPE_CHECKING:
    import pytest

_NOT_READ_ALONE = {
    "animal_disease_communes": "the disease that its name leaves out is named, and has communes of its own",
    "animal_disease_households": "the disease that its name leaves out is named, and has households of its own",
    "museum_visitors": "behind the comma of its name stands the name of another",
    "disaster_injured": "nobody writes of the injured that they are reached",
}
"""Indicators that a paragraph by their official name alone does not tell, and why."""


def _paragraph(indicator: Indicator) -> str:
    if indicator.unit.startswith("%"):
        return f"{indicator.name_vi} đạt 43,4%, tăng 2,1 điểm phần trăm so với cùng kỳ."
    return f"{indicator.name_vi} đạt 123,4 {indicator.unit}, tăng 5,2% so với cùng kỳ."


def test_an_indicator_told_by_its_official_name_is_read_as_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.reader.layout.document.is_damaged", lambda _text: False)
    catalogue = Catalogue.load()
    told = [indicator for indicator in catalogue.indicators if indicator.unit and not indicator.of_items]
    report = HEAD.format(title="1. Tình hình chung")
    places: dict[int, str] = {}
    for indicator in told:
        places[len(report)] = indicator.id
        report += _paragraph(indicator) + "\n\n"
    figures = read_report(report, catalogue).figures
    starts = sorted(places)
    read: dict[str, str | None] = {}
    for figure in figures:
        begin = max(start for start in starts if start <= figure.source_start)
        read.setdefault(places[begin], figure.indicator)
    assert {indicator.id for indicator in told if read.get(indicator.id) != indicator.id} == set(_NOT_READ_ALONE)
