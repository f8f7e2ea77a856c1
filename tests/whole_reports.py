"""The reports themselves, which are not in the repository: tests on them run where they lie beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
needs_reports = pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports' texts are not here")
