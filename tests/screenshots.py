"""``make screenshots``: the pictures of the README, taken of the real explorer on the shipped figures.

    python -m tests.screenshots [FOLDER]

Every picture is a place where the reader left off and the keys pressed from there, at a fixed size. A picture that does not show
what it is for is not written: the command fails and says which words are missing.
"""

from __future__ import annotations

import asyncio
import html
import re
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import tests.conftest  # noqa: F401 - cleans the environment before Textual is imported
from data.store.build import build
from tests.tui.conftest import RESTED, press, settle
from tui.app import XulangApp
from tui.config import Config
from tui.session.state import State, write_state

FOLDER = Path(__file__).parent.parent / "docs" / "screenshots"
USUAL, LOW, SMALL = (120, 36), (120, 24), (80, 24)
PERIODS = ["2025-M01/M08", "2025-M01/M11", "2026-Q1"]
COMPARED = ["2025-M01/M08", "2025-M01/M11"]
COAL = ("industrial_output", "industrial_output.coal")
SQL = """-- Coal: what every report says, level and % of plan
select r.label_en as report, o.period_id, o.measure, o.value, o.unit
from observation o
join report r on r.id = o.report_id
where o.item_id = 'industrial_output.coal'
  and o.measure in ('value', 'plan_pct')
order by r.position, o.measure desc
"""

_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""What would fetch a font from the network; the pictures take the reader's own monospace font."""


@dataclass(frozen=True)
class Picture:
    """One picture.

    Attributes:
        name: of the file, without its ending.
        holds: words that must be seen.
        keys: what is pressed.
        sector: the sector that is open at first.
        row: indicator and item under the cursor at first.
        sql: a text that is run in the console.
    """

    name: str
    holds: tuple[str, ...]
    keys: tuple[str, ...] = ()
    sector: str = "industry"
    row: tuple[str, str] = COAL
    lang: str = "vi"
    theme: str = "dark"
    size: tuple[int, int] = USUAL
    sql: str = ""


PICTURES = (
    Picture("home", ("LĨNH VỰC", "387,7", "CHÚ THÍCH"), keys=("right", "right")),
    Picture("home-small", ("387.7", "Coal", "NOTE"), lang="en", theme="light", size=SMALL, keys=("right", "right")),
    Picture("drill", ("387.7", "WHAT THE REPORTS SAY", "BC 824/BC-UBND"), lang="en", keys=("right", "right", "enter")),
    Picture("poverty", ("1,36", "2,32", "CÁC BÁO CÁO NÓI GÌ"), keys=("f3", *"ho ngheo", "enter"), sector="social"),
    Picture("periods", ("CHỌN KỲ", "2026", "Q1"), keys=("p",)),
    Picture("compare", ("COMPARE", "8M 2025", "co-operatives"), sector="business", lang="en", keys=("c",), size=LOW),
    Picture("search", ("Tỷ lệ hộ nghèo",), keys=("f3", *"ho ngheo"), size=LOW),
    Picture("console", ("387.7", "plan_pct"), lang="en", sql=SQL),
)


async def take(picture: Picture, store: Path, state: Path) -> str:
    """The picture as SVG.

    Raises:
        ValueError: it does not show what it is for.
    """
    write_state(state, State(periods=PERIODS, compared=COMPARED, sector=picture.sector, row=list(picture.row)))
    app = XulangApp(store, lang=picture.lang, config=Config(theme=picture.theme), state=state)
    async with app.run_test(size=picture.size) as pilot:
        await settle(pilot)
        await press(pilot, *("space" if key == " " else key for key in picture.keys))
        if picture.sql:
            from tui.screens.console import ConsoleScreen

            app.push_screen(ConsoleScreen(picture.sql, clock=lambda: 0.0, now=lambda: datetime(2026, 1, 1)))
            await settle(pilot)
            await press(pilot, "f5", "f6")
        svg = _FONTS.sub("", app.export_screenshot(simplify=True))
    seen = words_of(svg)
    if missing := [words for words in picture.holds if words not in seen]:
        raise ValueError(f"{picture.name}: not seen: {', '.join(missing)}")
    return svg


def words_of(svg: str) -> str:
    """The text that a picture shows, pieces separated by blanks."""
    pieces = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return re.sub(r"\s+", " ", " ".join(html.unescape(piece) for piece in pieces))


def main(folder: Path) -> None:
    """Take all pictures into ``folder``."""
    from textual.widgets import Input

    folder.mkdir(parents=True, exist_ok=True)
    # A note comes after a moment's rest of the cursor; pictures do not rest.
    at_once = patch("tui.store.passage_cache.REST", RESTED), patch("tui.screens.search.REST", RESTED)
    with tempfile.TemporaryDirectory() as home, patch.object(Input, "_toggle_cursor"), at_once[0], at_once[1]:
        store = Path(home) / "xulang.duckdb"
        build(store)
        for picture in PICTURES:
            svg = asyncio.run(take(picture, store, Path(home) / picture.name / "session.json"))
            (folder / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
            print(f"{picture.name}.svg  {picture.size[0]}x{picture.size[1]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
