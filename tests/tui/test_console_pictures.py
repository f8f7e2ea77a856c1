"""The console as pictures: a result, an error, suggestions, a column; small and usual, dark, light and without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import opened
from tests.tui.console import console_with

if TYPE_CHECKING:
    from tests.tui.conftest import ChangedOn, MakeApp

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
LOOKS = {
    "small": (list(MOMENTS), (80, 24), "vi", "dark"),
    "english-light": (list(MOMENTS), (120, 36), "en", "light"),
    "no-colour": (["result"], (80, 24), "vi", "dark"),
}


@pytest.mark.usefixtures("only_last_frame")
@pytest.mark.parametrize("look", LOOKS)
async def test_picture(look: str, make_app: MakeApp, changed_on: ChangedOn, monkeypatch: pytest.MonkeyPatch) -> None:
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "auto")
    moments, size, lang, theme = LOOKS[look]
    async with opened(make_app(lang, theme), size) as pilot:
        changed = []
        for moment in moments:
            sql, keys = MOMENTS[moment]
            await console_with(pilot, sql)
            changed += await changed_on(pilot, {moment: keys})
            await pilot.app.pop_screen()
        assert changed == []
