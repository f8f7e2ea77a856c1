"""Every screen as a picture, at the sizes that people have, in both languages, dark, light and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.tui.conftest import MakeApp, press, settle

if TYPE_CHECKING:
    from textual.pilot import Pilot

KEYS = {
    "home": ["f", "d", "down"],
    "jump": ["f"],
    "drill": ["f", "d", "down", "enter"],
    "periods": ["p"],
    "search": ["f3", "t", "h", "a", "n"],
    "reports": ["r"],
    "add": ["r", "a"],
    "checks": ["x"],
    "compare": ["c", "w"],
    "help": ["question_mark"],
    "sql": ["3", "s"],
    "note": ["f", "d", "down", "enter", "enter"],
}
LOOKS = [
    ("small-no-colour", (80, 24), "vi", "dark"),
    ("usual", (120, 36), "vi", "dark"),
    ("english-light", (120, 36), "en", "light"),
]
ALL = [(screen, *look) for screen in KEYS for look in LOOKS]
ALL += [(screen, "large", (200, 50), "vi", "contrast") for screen in ("home", "drill", "compare")]


def before(screen: str) -> Any:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *KEYS[screen])

    return run


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
    if look.endswith("no-colour"):
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "auto")
    assert snap_compare(make_app(lang, theme), terminal_size=size, run_before=before(screen))
