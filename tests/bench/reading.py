"""How fast reports are read and taken into a store, on the small reports of the tests and on invented ones."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.data.damage import damaged

SMALL = Path(__file__).parents[1] / "data" / "reports"
HEAD = """ỦY BAN NHÂN DÂN
TỈNH MẪU
Số: {number}/BC-UBND
BÁO CÁO
Tình hình kinh tế - xã hội {month} tháng năm {year}

I. TÌNH HÌNH KINH TẾ - XÃ HỘI
1. Sản xuất công nghiệp
"""
SENTENCES = (
    "Sản xuất than tháng {month} ước đạt {a},5 nghìn tấn, đạt 65,8% kế hoạch, tăng 7,3% so với cùng kỳ; lũy kế {b},9 nghìn tấn.",
    "Tổng lượng khách du lịch đạt {a},5 triệu lượt khách, tăng 1,7% so với cùng kỳ năm trước.",
    "Tổng thu ngân sách nhà nước trên địa bàn đạt {b}.{a} tỷ đồng, bằng 93,02% dự toán, trong đó thu nội địa {a}2,4 tỷ đồng.",
    "Toàn tỉnh trồng được {b} ha rừng, đạt 96,7% kế hoạch; tỷ lệ hộ nghèo giảm còn 2,{a}%.",
)
MEGABYTE = 1_000_000
COLD = """
import sys, time
from pathlib import Path
from data.reader.read import read_report
read_report(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(time.process_time())
"""


def invented_report(number: int, size: int = 20_000) -> str:
    """A report of about ``size`` bytes of UTF-8 in the words of such reports; every ``number`` gives another one."""
    text = [HEAD.format(number=number, month=1 + number % 12, year=2015 + number // 12 % 12)]
    length, turn = len(text[0].encode()), 0
    while length < size:
        line = (
            SENTENCES[turn % 4].format(month=1 + number % 12, a=number % 90 + turn % 9 + 1, b=(number * 7 + turn) % 800 + 100)
            + "\n"
        )
        text.append(line)
        length += len(line.encode())
        turn += 1
    return "".join(text)


def long_report(size: int, scan: bool) -> str:
    """The small reports again and again up to ``size`` bytes, clean or as recognition would print them.

    Each stands there twice more without its numbers, so that figures are as far apart as in whole reports: some 600 in 100 KB.
    """
    files = sorted(file for file in SMALL.glob("*.txt") if not file.stem.endswith("_ocr"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    text = "\n".join(part for text in texts for part in (text, *[re.sub(r"\d", "", text)] * 2))
    rng, parts, length = random.Random(1), [], 0
    while length < size:
        part = damaged(text, rng) if scan else text
        parts.append(part.encode()[: size - length].decode(errors="ignore"))
        length += len(part.encode())
    return "".join(parts)


def read_in_a_process(size: int, scan: bool) -> tuple[float, float]:
    """Processor seconds to read a report of ``size`` bytes, and the peak memory in MB of the process that did nothing else."""
    command = [sys.executable, "-m", "tests.bench.reading", str(size), *(["scan"] if scan else [])]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory = answer.stdout.split()
    return float(seconds), float(memory)


def read_cold(size: int, scan: bool) -> float:
    """Processor seconds of a fresh process that reads one report of ``size`` bytes, its start and all imports included."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.txt"
        file.write_text(long_report(size, scan), encoding="utf-8")
        command = [sys.executable, "-c", COLD, str(file)]
        return min(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(3))


def add_reports(count: int) -> tuple[float, float]:
    """(seconds to build the shipped store, reports a second when ``count`` invented ones are added to it)."""
    from data.store.add import add
    from data.store.build import build

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "bench.duckdb"
        started = time.perf_counter()
        build(store)
        built = time.perf_counter() - started
        files = [Path(folder) / f"report-{number}.txt" for number in range(count)]
        for number, file in enumerate(files):
            file.write_text(invented_report(number), encoding="utf-8")
        started = time.perf_counter()
        add(store, files)
        return built, count / (time.perf_counter() - started)


def _read(size: int, scan: bool) -> None:
    from data.catalogue import Catalogue
    from data.reader.read import read_report

    catalogue, text = Catalogue.load(), long_report(size, scan)
    read_report(long_report(2_000, scan), catalogue)
    started = time.process_time()
    read_report(text, catalogue)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(time.process_time() - started, int(status.partition("VmHWM:")[2].split()[0]) / 1024)


if __name__ == "__main__":
    _read(int(sys.argv[1]), "scan" in sys.argv[2:])
