"""The console beside Harlequin, where one is given: the same questions to the same two million figures, in turns."""

from __future__ import annotations

import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.explorer import ALL, GROUPED, NEW, NEXT_PANE
from tests.bench.terminal import ESCAPE, F4, F5, PAGE_DOWN, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.explorer import Measures

PAGES = 50
PATIENCE = 300.0
ENDLESS = "select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3"
HELD_TO = {"group by, key to first row": "50 ms", "cross join of a million by a million, key to stopped": "200 ms"}


@dataclass(frozen=True)
class Client:
    """A program that asks in SQL, and its keys.

    Attributes:
        command: program and arguments before the store's path.
        opens: pressed at the first frame.
        prompt: stands on the screen when one can type.
        runs: runs the statement at the cursor.
        rows: moves the focus to the result.
    """

    command: tuple[str, ...]
    opens: str
    prompt: str
    runs: str
    rows: str


OURS = Client((sys.executable, "-m", "tui.cli", "--db"), F4, "  -- vi:", F5, NEXT_PANE)


def harlequin(command: str) -> Client:
    """Harlequin, started read-only by ``command``."""
    return Client((command, "-r"), "", "Query Editor", "\n", F5)


def ask(client: Client, store: Path, failures: list[str]) -> Measures:
    """Start, group, show every column, turn pages; of ours also how fast an endless question is stopped.

    Args:
        client: the program.
        store: the DuckDB file.
        failures: takes a line for every step that did not come to its end.
    """
    found: Measures = {}

    def step(name: str, measure: Callable[[], float]) -> None:
        try:
            found[name] = measure()
        except (TimeoutError, ChildProcessError) as error:
            failures.append(f"{Path(client.command[0]).name}, {name}: {str(error).splitlines()[0]}")

    with tempfile.TemporaryDirectory() as home:
        places = {f"XDG_{kind}_HOME": home for kind in ("STATE", "CONFIG", "CACHE", "DATA")}
        with Terminal([*client.command, str(store)], places, PATIENCE) as terminal:
            step("start to prompt", lambda: 1000 * _prompt(terminal, client))
            terminal.settle(1.0)
            _write(terminal, GROUPED)
            step("group by, key to first row", lambda: 1000 * terminal.press(client.runs, "kq1"))
            _write(terminal, ALL)
            step("select *, key to first page", lambda: 1000 * terminal.press(client.runs, "kq2"))
            terminal.settle(0.3)
            terminal.press(client.rows)
            step(f"page down, median of {PAGES}", lambda: 1000 * statistics.median(_pages(terminal)))
            step("peak memory MB", terminal.memory)
            if client is OURS:
                _write(terminal, ENDLESS)
                terminal.press(client.runs, "đang chạy 1")
                step(list(HELD_TO)[1], lambda: 1000 * terminal.press(ESCAPE, "đã dừng"))
                _write(terminal, "select 'on' || 'ward' as after")
                step("the next question after that", lambda: 1000 * terminal.press(client.runs, "onward"))
    return found


def _prompt(terminal: Terminal, client: Client) -> float:
    terminal.first_frame()
    if client.opens:
        terminal.send(client.opens)
    return terminal.wait_for(client.prompt)


def _pages(terminal: Terminal) -> list[float]:
    return [terminal.press(PAGE_DOWN) for _ in range(PAGES)]


def _write(terminal: Terminal, sql: str) -> None:
    """A new text, pasted, so that nothing is completed while it is written."""
    terminal.press(NEW)
    terminal.press(f"\x1b[200~{sql}\x1b[201~")
    terminal.settle(0.3)
