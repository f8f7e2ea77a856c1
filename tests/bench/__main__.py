"""``make bench``: start, cursor keys, memory and idle cost of the explorer, and the speed of the reader."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.terminal import Terminal

ROUNDS = 5
KEYS = 30


def explorer(store: Path) -> tuple[list[str], str]:
    """The explorer's command on ``store`` and the words by which its data are known to be on the screen."""
    return [str(Path(sys.executable).with_name("xulang")), "--db", str(store)], r"\d+ số liệu"


def measure(command: list[str], ready: str) -> dict[str, float]:
    """One run: milliseconds to the first data, of a cursor key, peak MB, and idle milliseconds of processor a second."""
    with Terminal(command) as terminal:
        start = terminal.wait_for(ready)
        terminal.settle()
        downs = [terminal.press("\x1b[B") for _ in range(KEYS)]
        used = terminal.processor()
        time.sleep(2.0)
        idle = (terminal.processor() - used) / 2.0
        return {
            "start ms": start * 1000,
            "down ms": statistics.median(downs) * 1000,
            "down p95 ms": sorted(downs)[int(KEYS * 0.95)] * 1000,
            "memory MB": terminal.memory(),
            "idle ms/s": idle * 1000,
        }


def reader(words: int) -> float:
    """Milliseconds to read an invented report of about ``words`` words (100 KB are some 15,000)."""
    from data.catalogue import Catalogue
    from data.reader.read import read_report

    paragraph = (
        "Sản xuất than tháng 8 ước đạt 12,5 nghìn tấn, đạt 65,8% kế hoạch, tăng 7,3% so với cùng kỳ; "
        "lũy kế 8 tháng đạt 228,9 nghìn tấn. Tổng lượng khách du lịch đạt 3,5 triệu lượt khách, tăng 1,7%. "
    )
    text = "I. TÌNH HÌNH KINH TẾ - XÃ HỘI 8 THÁNG NĂM 2025\n1. Sản xuất công nghiệp\n" + "\n".join(
        [paragraph] * (words // len(paragraph.split()))
    )
    catalogue = Catalogue.load()
    read_report(text[:2000], catalogue)
    started = time.perf_counter()
    read_report(text, catalogue)
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Interleave floor and explorer, and print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        from data.store.build import build

        store = Path(folder) / "bench.duckdb"
        started = time.perf_counter()
        build(store)
        print(f"build of the shipped store: {(time.perf_counter() - started) * 1000:.0f} ms, {store.stat().st_size / 1e6:.1f} MB")
        floor = ([sys.executable, "-m", "tests.bench.minimal"], "Chỉ tiêu 020")
        runs = [(measure(*floor), measure(*explorer(store))) for _ in range(ROUNDS)]
    print(f"{'median of ' + str(ROUNDS):<14}{'minimal':>10}{'xulang':>10}{'ratio':>8}")
    for name in runs[0][0]:
        base = statistics.median(run[0][name] for run in runs)
        ours = statistics.median(run[1][name] for run in runs)
        print(f"{name:<14}{base:>10.1f}{ours:>10.1f}{ours / base if base else float('nan'):>8.2f}")
    for words in (3_000, 15_000, 60_000):
        print(f"reader, {words:>6} words: {reader(words):.0f} ms")


if __name__ == "__main__":
    main()
