"""The reports themselves, which are not in the repository: tests on them run where they are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

BESIDE = Path(__file__).parents[2] / "shared" / "reports"
"""Where the reports are looked for if nothing is said: beside the repository."""


def reports_folder(environment: Mapping[str, str]) -> Path:
    """The folder of the reports' texts: what ``REPORTS`` names in an environment, or else the one beside the repository."""
    return Path(environment.get("REPORTS") or BESIDE).expanduser().absolute()


REPORTS = reports_folder(os.environ)
if os.environ.get("REPORTS") and not REPORTS.is_dir():
    raise pytest.UsageError(f"REPORTS names no folder: {REPORTS}")
needs_reports = pytest.mark.skipif(not REPORTS.is_dir(), reason="no texts of the reports: set REPORTS to their folder")
