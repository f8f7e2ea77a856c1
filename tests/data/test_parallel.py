"""Many reports are read on all cores, and read as each would be alone."""

from __future__ import annotations

import pytest

from data.catalogue import Catalogue
from data.reader.layout.source import Source
from data.reader.parallel import FEW, read_in_parallel
from data.reader.read import read_report
from tests.bench.reading import invented_report

SOURCES = [Source(f"report-{number}", invented_report(number, 600), f"{number:064}", "text") for number in range(FEW + 1)]


def test_readings_come_in_order_and_are_those_of_each_report_alone() -> None:
    read = list(read_in_parallel(SOURCES))
    assert [source.name for source, _ in read] == [source.name for source in SOURCES]
    assert all(reading == read_report(source.text, Catalogue.load()) for source, reading in read)


@pytest.mark.parametrize("many", [2, len(SOURCES)])
def test_the_share_done_grows_and_an_error_of_the_listener_stops_the_work(many: int) -> None:
    told: list[float] = []

    def stop_at_the_second(share: float, what: str) -> None:
        told.append(share)
        if what == "report-1":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(read_in_parallel(SOURCES[:many], stop_at_the_second))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1 / (many + 1))


def test_a_long_report_tells_how_far_it_is_read_and_can_be_stopped_in_it() -> None:
    told: list[float] = []

    def stop_halfway(share: float) -> None:
        told.append(share)
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_report(invented_report(1, 40_000).replace("\n", " "), progress=stop_halfway)
    assert told == sorted(told)
    assert told[-1] < 0.8
