"""What the program is, asked on the command line."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from tui.cli import main


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"xulang {version('xulang')}\n"
