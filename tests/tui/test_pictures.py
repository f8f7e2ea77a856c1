"""Every screen as a picture, at the sizes that people have, in both languages, dark, light and without colour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.tui.conftest import MakeApp, press, settle

if TYPE_CHECKING:
    from textual.pilot import Pilot

KEYS = {
    "home": ["f", "d", "down"],
    "jump": ["f"],
    "drill": ["f", "d", "down", "enter"],
    "whole": ["f", "d", "d"],
    "periods": ["p", "v", "left"],
    "search": ["f3", "t", "h", "a", "n"],
    "reports": ["r"],
    "add": ["r", "a"],
    "checks": ["x"],
    "review": ["v"],
    "correct": ["v", "enter", "enter"],
    "compare": ["c", "w"],
    "compare-reports": ["c", "w", "m"],
    "help": ["question_mark"],
    "palette": ["ctrl+p"],
    "export": ["e"],
    "sql": ["3", "s"],
    "note": ["f", "d", "down", "enter", "enter"],
}
LOOKS = [
    ("small-light", (80, 24), "vi", "light"),
    ("usual", (120, 36), "vi", "dark"),
    ("usual-no-colour", (120, 36), "en", "dark"),
    ("large-contrast", (200, 50), "en", "contrast"),
]
"""Every screen in every size and language, dark, light, in high contrast and without colour."""
ALL = [(screen, *look) for screen in KEYS for look in LOOKS]
ALL += [("home", "tiny", (40, 12), "vi", "dark"), ("home", "too-small", (30, 8), "vi", "dark")]


def before(screen: str) -> Any:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *KEYS[screen])

    return run


@pytest.mark.usefixtures("only_last_frame")
@pytest.mark.parametrize(("screen", "look", "size", "lang", "theme"), ALL, ids=[f"{one[0]}-{one[1]}" for one in ALL])
def test_picture(
    screen: str,
    look: str,
    size: tuple[int, int],
    lang: str,
    theme: str,
    make_app: MakeApp,
    snap_compare: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # What is exported is named by the folder that the explorer runs in.
    monkeypatch.setattr("tui.screens.export.Path.cwd", lambda: Path("/home/me"))
    if look.endswith("no-colour"):
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "auto")
    assert snap_compare(make_app(lang, theme), terminal_size=size, run_before=before(screen))
