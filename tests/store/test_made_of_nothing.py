"""What ships is never made anew of no reports."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from data.reader.restoring import learn
from data.reader.vocabulary import FOLDER
from data.store import corrections, ship, shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that everything made is written to."""
    folder = tmp_path / "made"
    folder.mkdir()
    shutil.copy(FOLDER / "common.txt", folder)
    monkeypatch.setattr(learn, "FOLDER", folder)
    for name in ("PASSAGES", "OBSERVATIONS", "REVIEW"):
        monkeypatch.setattr(shipped, name, folder)
    monkeypatch.setattr(shipped, "ACCOUNT", folder / "account.csv")
    return folder


@pytest.mark.parametrize("make", [learn.learn, ship.ship, corrections.main], ids=["vocabulary", "data", "corrections"])
@pytest.mark.parametrize("there", [True, False], ids=["an empty folder", "no folder"])
def test_a_folder_without_reports_stops_it(
    elsewhere: Path, tmp_path: Path, make: Callable[[Path], object], there: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = tmp_path / "reports"
    if there:
        reports.mkdir()
        (reports / "notes.md").write_text("Bring cake on Friday.")
    with pytest.raises(SystemExit) as stopped:
        make(reports)
    assert stopped.value.code == 2
    assert f"{reports}: no report" in capsys.readouterr().err
    assert [made.name for made in elsewhere.iterdir()] == ["common.txt"]
