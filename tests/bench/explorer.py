"""What is measured of a program in a terminal: the floors, and the explorer with its console."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.terminal import DOWN, ENTER, ESCAPE, F3, F4, F5, PAGE_DOWN, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = 30
NEW, NEXT_PANE = "\x0e", "\x1b[17~"
GROUPED = "select 'k' || 'q1' as done, measure, count(*) as n, avg(value) from observation group by measure order by n desc"
ALL = "select 'k' || 'q2' as done, * from observation"

Measures = dict[str, float]


def minimal() -> Measures:
    """The smallest app: every ratio is to this."""
    return _stock([sys.executable, "-m", "tests.bench.minimal"], "Chỉ tiêu 020")


def stock_table(store: Path) -> Measures:
    """A stock table that takes 2,500 rows at once."""
    return _stock([sys.executable, "-m", "tests.bench.table", str(store)], "plan_pct|value +\\d", pages=20)


def explorer(store: Path, failures: list[str]) -> Measures:
    """The explorer on ``store``, from start through drilldown and search to the console.

    Args:
        store: the DuckDB file.
        failures: takes a line for every step that did not come to its end; the steps after it are still measured.
    """
    found: Measures = {}

    def step(name: str, measure: Callable[[], float]) -> None:
        try:
            found[name] = measure()
        except (TimeoutError, ChildProcessError) as error:
            failures.append(f"{store.stem}, {name}: {str(error).splitlines()[0]}")

    with tempfile.TemporaryDirectory() as home:
        places = {f"XDG_{kind}_HOME": str(Path(home) / kind.lower()) for kind in ("STATE", "CONFIG", "CACHE")}
        with Terminal([sys.executable, "-m", "tui.cli", "--db", str(store)], places) as terminal:
            step("first frame", lambda: _ms(terminal.first_frame()))
            step("data visible", lambda: _ms(terminal.wait_for(r"│.*\d,\d")))
            terminal.settle(0.3)
            step("another sector", lambda: _ms(terminal.press("]", "Xứ Lạng +Nông")))
            terminal.settle(0.3)
            downs: list[float] = []
            step("cursor down", lambda: _ms(_median_of(KEYS, terminal, DOWN, downs)))
            step("cursor down p95", lambda: _ms(sorted(downs)[int(KEYS * 0.95)]))
            step("page down", lambda: _ms(_median_of(4, terminal, PAGE_DOWN, [])))
            step("idle, ms of CPU a second", terminal.idle)
            step("drilldown", lambda: _ms(terminal.press(ENTER, r"CÁC BÁO CÁO NÓI GÌ +\S[\s\S]*BC ")))
            terminal.press(ESCAPE)
            terminal.press(F3)
            terminal.settle(0.3)
            step("search, first results", lambda: _ms(terminal.press("ho ngheo", "Tỷ lệ hộ nghèo")))
            terminal.settle(0.3)
            step("memory after start, drilldown, search MB", terminal.memory)
            terminal.press(ESCAPE)
            step("console", lambda: _ms(terminal.press(F4, "  -- vi:")))
            terminal.settle(0.3)
            _write(terminal, GROUPED)
            step("group by, key to result", lambda: _ms(terminal.press(F5, "kq1")))
            _write(terminal, ALL)
            step("select *, first page", lambda: _ms(terminal.press(F5, "kq2")))
            terminal.press(NEXT_PANE)
            step("page down in the result", lambda: _ms(_median_of(50, terminal, PAGE_DOWN, [])))
            step("peak memory MB", terminal.memory)
    return found


def _stock(command: list[str], ready: str, pages: int = 0) -> Measures:
    with Terminal(command) as terminal:
        found = {"first frame": _ms(terminal.first_frame()), "data visible": _ms(terminal.wait_for(ready))}
        terminal.settle(0.3)
        downs: list[float] = []
        found["cursor down"] = _ms(_median_of(KEYS, terminal, DOWN, downs))
        found["cursor down p95"] = _ms(sorted(downs)[int(KEYS * 0.95)])
        if pages:
            found["page down"] = found["page down in the result"] = _ms(_median_of(pages, terminal, PAGE_DOWN, []))
        found["peak memory MB"] = terminal.memory()
        return found


def _median_of(count: int, terminal: Terminal, key: str, taken: list[float]) -> float:
    """Press a key so often, one time for each into ``taken``, and give the median."""
    taken.extend(terminal.press(key) for _ in range(count))
    return statistics.median(taken)


def _write(terminal: Terminal, sql: str) -> None:
    """A new text in the console, pasted, so that nothing is completed while it is written."""
    terminal.press(NEW)
    terminal.press(f"\x1b[200~{sql}\x1b[201~")
    terminal.settle(0.2)


def _ms(seconds: float) -> float:
    return seconds * 1000
