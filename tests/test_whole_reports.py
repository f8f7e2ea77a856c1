"""Where the tests on whole reports look for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.whole_reports import BESIDE, reports_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_the_folder_of_the_reports_is_the_one_named(tmp_path: Path) -> None:
    assert reports_folder({"REPORTS": str(tmp_path)}) == tmp_path


def test_a_folder_named_from_where_the_tests_run_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert reports_folder({"REPORTS": "texts"}) == tmp_path / "texts"


@pytest.mark.parametrize("environment", [{}, {"REPORTS": ""}])
def test_without_a_name_the_reports_are_looked_for_beside_the_repository(environment: dict[str, str]) -> None:
    assert reports_folder(environment) == BESIDE
