"""Every screen as a picture, at the sizes that people have, in both languages, dark, light and without colour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import opened

if TYPE_CHECKING:
    from tests.tui.conftest import ChangedOn, MakeApp

WALK = {
    "reports": ["r"],
    "add": ["a"],
    "remove": ["escape", "down", "d"],
    "checks": ["escape", "escape", "x"],
    "review": ["escape", "v"],
    "correct": ["enter", "enter"],
    "compare": ["escape", "escape", "escape", "c", "w"],
    "compare-reports": ["m"],
    "help": ["escape", "question_mark"],
    "palette": ["escape", "ctrl+p"],
    "export": ["escape", "e"],
    "periods": ["escape", "p", "v", "left"],
    "search": ["escape", "escape", "f3", *"than"],
    "sql": ["escape", "escape", "3", "s"],
    "jump": ["escape", "2", "f"],
    "home": ["d", "down"],
    "drill": ["enter"],
    "note": ["enter"],
    "whole": ["escape", "escape", "f", "d", "d"],
}
"""The keys that lead to each screen from the one before."""
HOME = {"home": ["f", "d", "down"]}
LOOKS = {
    "small-light": (WALK, (80, 24), "vi", "light"),
    "usual": (WALK, (120, 36), "vi", "dark"),
    "usual-no-colour": (WALK, (120, 36), "en", "dark"),
    "large-contrast": (WALK, (200, 50), "en", "contrast"),
    "widest": (HOME, (230, 50), "vi", "dark"),
    "tiny": (HOME, (40, 12), "vi", "dark"),
    "too-small": (HOME, (30, 8), "vi", "dark"),
}
"""Every screen in every size and language, dark, light, in high contrast and without colour."""


@pytest.mark.usefixtures("only_last_frame")
@pytest.mark.parametrize("look", LOOKS)
async def test_picture(look: str, make_app: MakeApp, changed_on: ChangedOn, monkeypatch: pytest.MonkeyPatch) -> None:
    # What is exported is named by the folder that the explorer runs in.
    monkeypatch.setattr("tui.screens.export.Path.cwd", lambda: Path("/home/me"))
    if look.endswith("no-colour"):
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "auto")
    walk, size, lang, theme = LOOKS[look]
    async with opened(make_app(lang, theme), size) as pilot:
        assert await changed_on(pilot, walk) == []
