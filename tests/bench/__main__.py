"""``make bench``: the explorer, the console and the reader against the floors, in one run, as medians and ratios.

    python -m tests.bench [--rounds N] [--long] [--no-reader] [--no-terminal] [--big FOLDER] [--harlequin COMMAND]

Ratios hold better than milliseconds on a busy machine: floor and explorer take turns, round after round.
"""

from __future__ import annotations

import argparse
import compileall
import statistics
import tempfile
import time
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import console
from tests.bench.big_store import cached_big_store
from tests.bench.explorer import explorer, minimal, stock_table
from tests.bench.reading import MEGABYTE, add_reports, read_cold, read_in_a_process

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.explorer import Measures

SIZES = (MEGABYTE // 10, MEGABYTE)
HELD_TO = {
    "first frame": "1.15 x minimal",
    "data visible": "1.5 x minimal",
    "cursor down": "1.3 x minimal",
    "cursor down p95": "25 ms",
    "page down": "1 x table",
    "drilldown": "50 ms",
    "search, first results": "100 ms",
    "group by, key to result": "50 ms",
    "page down in the result": "1 x table",
    "idle, ms of CPU a second": "0",
    "peak memory MB": "120 MB",
}


def terminal_table(rounds: int, shipped: Path, big: Path) -> list[str]:
    """The lines of the table of all that is measured in a terminal, and below it the steps that failed."""
    failures: list[str] = []
    columns: dict[str, list[Measures]] = {"minimal": [], "table": [], "shipped": [], "2 M": []}
    for _ in range(rounds):
        columns["minimal"].append(minimal())
        columns["table"].append(stock_table(big))
        columns["shipped"].append(explorer(shipped, failures))
        columns["2 M"].append(explorer(big, failures))
    names = list(dict.fromkeys(name for runs in columns.values() for run in runs for name in run))
    lines = [f"{'median of ' + str(rounds):<41}{'minimal':>9}{'table':>9}{'shipped':>17}{'2 M figures':>17}   held to"]
    for name in names:
        floor = _median(columns["minimal"], name)
        cells = [f"{_number(_median(columns[key], name)):>9}" for key in ("minimal", "table")]
        cells += [f"{_number(value := _median(columns[key], name)):>9}{_ratio(value, floor):>8}" for key in ("shipped", "2 M")]
        lines.append(f"{name:<41}{''.join(cells)}   {HELD_TO.get(name, '')}")
    return [*lines, *(f"not measured: {line}" for line in dict.fromkeys(failures))]


def console_table(rounds: int, big: Path, other: str | None) -> list[str]:
    """The lines of the table of the console, beside Harlequin where its command is given."""
    failures: list[str] = []
    clients = {"console": console.OURS} | ({"Harlequin": console.harlequin(other)} if other else {})
    runs: dict[str, list[Measures]] = {name: [] for name in clients}
    for _ in range(rounds):
        for name, client in clients.items():
            runs[name].append(console.ask(client, big, failures))
    lines = [f"{'median of ' + str(rounds):<54}{''.join(f'{name:>11}' for name in clients)}   held to"]
    for name in dict.fromkeys(name for one in runs.values() for run in one for name in run):
        cells = "".join(f"{_number(_median(runs[client], name)):>11}" for client in clients)
        lines.append(f"{name:<54}{cells}   {console.HELD_TO.get(name, '')}".rstrip())
    return [*lines, *(f"not measured: {line}" for line in dict.fromkeys(failures))]


def reader_table(reports: int, sizes: Sequence[int]) -> list[str]:
    """The lines on the reader, the build and the taking in of reports."""
    lines = []
    for size, scan in product(sizes, (False, True)):
        seconds, memory = read_in_a_process(size, scan)
        each = seconds * 100_000 / size
        rate = f"{seconds:7.2f} s of CPU, {each * 1000:5.0f} ms per 100 KB (held to 1,000)"
        lines.append(f"reader, {size / 1e6:>5.1f} MB {'scanned' if scan else 'clean':>8}: {rate}, peak {memory:.0f} MB")
    for scan in (False, True):
        seconds = read_cold(MEGABYTE // 10, scan)
        name = f"{MEGABYTE / 1e7:>5.1f} MB {'scanned' if scan else 'clean':>8}"
        lines.append(f"reader, {name}: {seconds:7.2f} s of CPU in a fresh process, all imports included (held to 1)")
    built, a_second = add_reports(reports)
    lines.append(f"build of the shipped store: {built * 1000:.0f} ms (held to about a second)")
    lines.append(f"add: {a_second:.1f} reports of 20 KB a second ({reports} in one go)")
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the stores, run the rounds, print the tables."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--reports", type=int, default=100, help="how many invented reports are added")
    parser.add_argument("--long", action="store_true", help="read a text of 10 MB, too")
    parser.add_argument("--no-reader", action="store_true", help="only what runs in a terminal")
    parser.add_argument("--harlequin", metavar="COMMAND", help="measure the console beside this Harlequin, if it is installed")
    parser.add_argument("--no-terminal", action="store_true", help="only reader, build and add")
    cache = Path(tempfile.gettempdir()) / "xulang-bench"
    parser.add_argument("--big", type=Path, default=cache, metavar="FOLDER", help="where the big store is kept between runs")
    options = parser.parse_args(arguments)
    for folder in ("data", "queries", "tui", "tests/bench"):
        # An installed program is compiled; here a first start, or one that may not write, would compile it every time.
        compileall.compile_dir(Path(__file__).parents[2] / folder, quiet=1)
    if not options.no_terminal:
        started = time.perf_counter()
        big = cached_big_store(options.big)
        print(f"store of two million figures: {big.stat().st_size / 1e6:.0f} MB, {time.perf_counter() - started:.0f} s")
        with tempfile.TemporaryDirectory() as folder:
            from data.store.build import build

            shipped = Path(folder) / "shipped.duckdb"
            build(shipped)
            print(*terminal_table(options.rounds, shipped, big), sep="\n")
            print(*console_table(options.rounds, big, options.harlequin), sep="\n")
    if not options.no_reader:
        print(*reader_table(options.reports, (*SIZES, 10 * MEGABYTE) if options.long else SIZES), sep="\n")


def _median(runs: list[Measures], name: str) -> float | None:
    values = [run[name] for run in runs if name in run]
    return statistics.median(values) if values else None


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _ratio(value: float | None, floor: float | None) -> str:
    return f"({value / floor:.2f})" if value is not None and floor else ""


if __name__ == "__main__":
    main()
