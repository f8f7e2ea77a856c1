"""A store of two million invented figures in fifty thousand notes, in our own schema, for the benchmarks.

    python -m tests.bench.big_store PATH

Catalogue, schema, order of rows, periods, checks and summaries are made by `data.store`; only the figures are invented, by
big_store.sql: Vietnamese words, the catalogue's own ids, 96 months of reports that repeat, revise and contradict each other.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import duckdb

from data.catalogue import Catalogue
from data.grammar.unit import unit_of
from data.store.release import release
from data.store.write import ReportWriter, open_for_writing, write_store

INVENT = Path(__file__).with_suffix(".sql")
REPORTS = 2_000


def write_big_store(path: Path, reports: int = REPORTS) -> None:
    """Write the store to ``path``, where no file is yet: ``reports`` times a thousand figures in twenty-five notes."""
    catalogue = Catalogue.load()
    write_store(path, catalogue, [])
    units = {i.unit for i in catalogue.indicators} | {item.unit for i in catalogue.indicators for item in i.items} | {"tấn"}
    with open_for_writing(path) as connection:
        writer = ReportWriter(connection)
        connection.execute("create temp table unit_mult (unit varchar, mult double)")
        connection.executemany("insert into unit_mult values (?, ?)", [(text, unit_of(text).mult) for text in units if text])
        for statement in connection.extract_statements(INVENT.read_text(encoding="utf-8")):
            given = {"reports": reports} if statement.named_parameters else None
            connection.execute(statement, given)
            connection.execute("commit")
            connection.execute("begin")
        writer.finish()


def cached_big_store(folder: Path, reports: int = REPORTS) -> Path:
    """The store in ``folder``, written there if it is not, or if it was written by other code than today's."""
    store = Path(__file__).parents[2] / "data" / "store"
    sources = [INVENT, Path(__file__), store / "write.py", *store.glob("*.sql")]
    newest = max(source.stat().st_mtime for source in sources)
    path = folder / f"invented-{reports}.duckdb"
    if not path.is_file() or path.stat().st_mtime < newest:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        write_big_store(fresh, reports)
        fresh.replace(path)
    with duckdb.connect(str(path)) as connection:
        # As a store of people is, which the first start after a change of the catalogue brings up to date.
        connection.execute("update meta set value = ? where key = 'release'", [release()])
    return path


if __name__ == "__main__":
    started = time.perf_counter()
    write_big_store(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else REPORTS)
    print(f"{sys.argv[1]}: {Path(sys.argv[1]).stat().st_size / 1e6:.0f} MB in {time.perf_counter() - started:.0f} s")
