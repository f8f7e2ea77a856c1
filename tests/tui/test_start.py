"""What starting costs and needs."""

from __future__ import annotations

import subprocess
import sys


def test_the_app_is_imported_without_the_heavy_libraries() -> None:
    code = "import sys, tui.app; print([n for n in ('duckdb', 'polars', 'pyarrow', 'rapidfuzz') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
