"""Days and moments as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from tui.model.dates import day, moment


@pytest.mark.parametrize(("lang", "written"), [("vi", "31/12/2025"), ("en", "31 Dec 2025")])
def test_a_day_is_written_as_periods_are(lang: str, written: str) -> None:
    assert day(date(2025, 12, 31), lang) == written


@pytest.mark.parametrize(("lang", "written"), [("vi", "27/11 00:32"), ("en", "27 Nov 00:32")])
def test_a_moment_begins_with_its_day(lang: str, written: str) -> None:
    assert moment("2026-11-27 00:32:07", lang) == written


def test_what_is_no_moment_is_shown_as_it_is() -> None:
    assert moment("yesterday", "vi") == "yesterday"
