"""The three questions that the explorer was made for, on the figures that ship, by the keys that people press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.conftest import home_of, in_front, press, settle
from tui.app import XulangApp
from tui.draw import plain_text
from tui.screens.drill import DrillScreen
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

MOST_KEYS = 4


async def drilled(pilot: Pilot[None], sector: str, row: tuple[str, str | None]) -> list[str]:
    """Jump to a sector and to a row of it by the letters on the screen; the keys that it took."""
    app, keys = pilot.app, ["f"]
    home = home_of(app)
    await press(pilot, "f")
    keys += [str(home.sector_grid.labels[sector]), "f"]
    await press(pilot, *keys[1:])
    keys.append(home.table_grid.labels[row])
    await press(pilot, keys[-1])
    assert isinstance(app.screen, DrillScreen)
    return keys


def matrix_of(app: XulangApp, row: tuple[str, str | None]) -> dict[str, str]:
    """What a row of the matrix shows, by period."""
    screen = in_front(app, DrillScreen)
    cells = next(found.cells for found in screen.matrix.rows if found.key == row)
    return {
        column.key: plain_text(cell).strip().removeprefix("⚠") for column, cell in zip(screen.matrix.columns, cells, strict=True)
    }


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_three_questions_are_answered_in_four_keys(shipped_store: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    app = XulangApp(shipped_store, lang="vi", state=tmp_path / "session.json")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        keys = await drilled(pilot, "industry", ("industrial_output", None))
        assert len(keys) <= MOST_KEYS
        coal = matrix_of(app, ("industrial_output", "industrial_output.coal"))
        assert [coal[period] for period in ("2023-H1", "2025-M01/M08", "2025-M01/M11", "2026-Q1")] == [
            "304",
            "228,91",
            "387,7",
            "119,4",
        ]
        clinker = matrix_of(app, ("industrial_output", "industrial_output.clinker"))
        assert clinker["2026-Q1"] == "·"
        await press(pilot, "escape")
        home = home_of(app)
        await press(pilot, "f")
        keys = ["f", home.sector_grid.labels["border"], "d"]
        assert len(keys) <= MOST_KEYS
        await press(pilot, *keys[1:])
        vehicles = matrix_of(app, ("digital_gate_vehicles", None))
        assert (vehicles["2023-H1"], vehicles["2025-M11"]) == ("121.235", "77.042")
        assert matrix_of(app, ("digital_gate_vehicles", "digital_gate_vehicles.export"))["2026-Q1"] == "20.782"
        assert matrix_of(app, ("digital_gate_vehicles", "digital_gate_vehicles.import"))["2026-Q1"] == "76.654"
        capacity = matrix_of(app, ("clearance_capacity", None))
        assert (capacity["2022"], capacity["2025"]) == ("527", ">1.201")
        assert matrix_of(app, ("trade_turnover_all", None))["2026-Q1"] != "·"
        await press(pilot, "escape")
        keys = await drilled(pilot, "social", ("poverty_rate", None))
        assert len(keys) <= MOST_KEYS
        app.screen.query_one("#matrix").move_to(("poverty_rate", None), "2025")  # type: ignore[attr-defined]
        await settle(pilot)
        said = "\n".join(plain_text(line) for line in app.screen.query_one("#readings", Lines).lines)
        assert "1,36 %" in said
        assert "2,32 %" in said
