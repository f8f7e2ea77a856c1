"""The console as pictures: a result, an error, suggestions, a column; small and usual, dark, light and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.tui.conftest import MakeApp, press
from tests.tui.console import console_with

if TYPE_CHECKING:
    from textual.pilot import Pilot

RESULT = """-- vi: Mặt hàng [/b]
select name_vi, position, '[red]' as "dấu [x]", null as trong_so
from item order by position -- đường
"""
CHANGES = (
    "select 'Đường [x]' as name, 12.5 as change, '%' as unit union all select 'Muối', -4.25, '%' union all select 'Gỗ', null, '%'"
)
MOMENTS: dict[str, tuple[str, list[str]]] = {
    "result": (RESULT, ["f5", "f6", "down", "right"]),
    "error": ("select 'Tỷ lệ hộ' as a,\n  nme\nfrom item", ["f5"]),
    "completion": ("from observation where measure = ", ["end", "space"]),
    "column": (RESULT, ["f5", "f6", "i"]),
    "chart": (CHANGES, ["f5", "f6", "b"]),
    "library": (RESULT, ["f2"]),
}
LOOKS = [("small", (80, 24), "vi", "dark"), ("english-light", (120, 36), "en", "light")]


pytestmark = pytest.mark.usefixtures("only_last_frame")


def before(moment: str) -> Any:
    async def run(pilot: Pilot[None]) -> None:
        sql, keys = MOMENTS[moment]
        await console_with(pilot, sql)
        await press(pilot, *keys)

    return run


@pytest.mark.parametrize("look", LOOKS, ids=[look[0] for look in LOOKS])
@pytest.mark.parametrize("moment", list(MOMENTS))
def test_picture(moment: str, look: tuple[str, tuple[int, int], str, str], make_app: MakeApp, snap_compare: Any) -> None:
    _, size, lang, theme = look
    assert snap_compare(make_app(lang, theme), terminal_size=size, run_before=before(moment))


def test_picture_without_colour(make_app: MakeApp, snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "auto")
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=before("result"))
