"""The verb ``sql``: questions from the command line, a file, standard input or the saved ones, to a pipe or a file.

Exit statuses are those of the whole command line: 0 done; 2 wrong use, SQL that cannot run, or a file that cannot be written,
with one line that says why (DuckDB's words and the place kept); 130 interrupted. Rows go to standard output, talk to standard
error.
"""

from __future__ import annotations

import contextlib
import io
import sys
import threading
from typing import TYPE_CHECKING, Any

from tui.errors import UsageError
from tui.verbs.asking import opened
from tui.verbs.output import print_rows

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from queries.console import Statement
    from queries.store import Cursor
    from tui.config import Config

BINARY = ("parquet", "xlsx")
ENDINGS = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".txt": "table",
}


def sql(options: argparse.Namespace) -> int:
    """Run SQL and print each statement's answer; ``--list`` prints the saved questions."""
    from queries.console import run, statements, written_parameters

    form = _format(options)
    if options.listing:
        _list(form, options.lang or "vi")
        return 0
    text = _text(options)
    config = _config()
    with opened(options, config.limits) as store, store.cursor() as cursor, _limited(cursor, config.sql_seconds):
        parts = statements(text, cursor)
        values = written_parameters(cursor, text) | _given(options.param)
        if form in BINARY:
            _write_binary(cursor, parts, values, form, options.output)
            return 0
        with _target(options.output):
            for place, part in enumerate(parts):
                if place:
                    print()
                result = run(cursor, part, values)
                print_rows(form, result.columns, result.rows)
    if options.output:
        print(f"{options.output}: written", file=sys.stderr)
    return 0


def _format(options: argparse.Namespace) -> str:
    if options.format:
        return str(options.format)
    return ENDINGS.get(options.output.suffix.lower(), "table") if options.output else "table"


def _text(options: argparse.Namespace) -> str:
    given = [one for one in (options.sql, options.command, options.file, options.name) if one is not None]
    if len(given) > 1:
        raise UsageError("give the SQL once: as an argument, with -c, with -f FILE, or a saved question with --name")
    if options.name is not None:
        return _saved(options.name)
    if options.file is not None and str(options.file) != "-":
        return _read(options.file)
    if given and options.file is None:
        return str(given[0])
    if sys.stdin.isatty() and options.file is None:
        raise UsageError('no SQL given; write: xulang sql "select ..."  or pipe it in, or see: xulang sql --list')
    return sys.stdin.read()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no UTF-8 text; save it as UTF-8") from error


def _saved(name: str) -> str:
    from queries.library import library, saved

    found = saved(name, _own())
    if found is None:
        names = ", ".join(one.name for one in library(_own()))
        raise UsageError(f"{name}: no such saved question; there are {names}")
    return found.sql


def _list(form: str, lang: str) -> None:
    from queries.library import library

    rows = (
        (
            one.name,
            (one.header.title_en if lang == "en" else one.header.title_vi) or one.header.title_vi,
            " ".join(f"{name}={value}" for name, value in one.header.examples.items()),
            "own" if one.own else "xulang",
        )
        for one in library(_own())
    )
    print_rows("table" if form in BINARY else form, ("name", "title", "parameters", "from"), rows)


def _own() -> Path:
    from tui.config import config_file

    return config_file().parent / "queries"


def _config() -> Config:
    from tui.config import ConfigError, config_file, read_config

    try:
        return read_config(config_file())
    except ConfigError as error:
        raise UsageError(str(error)) from error


@contextlib.contextmanager
def _limited(cursor: Cursor, seconds: float) -> Iterator[None]:
    """Stop what the cursor runs after so many seconds; 0 for no limit."""
    from duckdb import InterruptException

    timer = threading.Timer(seconds, cursor.interrupt)
    timer.daemon = True
    if seconds:
        timer.start()
    try:
        yield
    except InterruptException as error:
        raise UsageError(f"stopped after sql_seconds = {seconds:g}, the limit in the configuration") from error
    finally:
        timer.cancel()


def _given(pairs: Sequence[str]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--param {pair}: write it as NAME=VALUE")
        given[name.lstrip("$")] = None if value.lower() == "null" else value
    return given


@contextlib.contextmanager
def _target(output: Path | None) -> Iterator[None]:
    """Standard output, or a file that takes its place only when it is whole."""
    if output is None:
        yield
        return
    beside = output.with_name(output.name + ".part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file, contextlib.redirect_stdout(file):
            yield
        beside.replace(output)
    except OSError as error:
        raise UsageError(f"{output}: cannot write there ({error.strerror}); choose another file") from error
    finally:
        beside.unlink(missing_ok=True)


def _write_binary(cursor: Cursor, parts: Sequence[Statement], values: Mapping[str, Any], form: str, output: Path | None) -> None:
    """One answer as Parquet or Excel."""
    if len(parts) > 1:
        raise UsageError(f"{form} holds one table, but there are {len(parts)} statements; give one")
    if output is None and sys.stdout.isatty():
        raise UsageError(f"{form} is binary; name a file: xulang sql ... -o answer.{form}")
    from queries.console import run

    result = run(cursor, parts[0], values)
    import polars as pl

    names = [name if result.columns.index(name) == place else f"{name}_{place + 1}" for place, name in enumerate(result.columns)]
    frame = pl.DataFrame(list(result.rows), schema=names, orient="row", infer_schema_length=None)
    written = io.BytesIO()
    frame.write_parquet(written) if form == "parquet" else frame.write_excel(written)
    if output is None:
        sys.stdout.buffer.write(written.getvalue())
        return
    try:
        output.write_bytes(written.getvalue())
    except OSError as error:
        raise UsageError(f"{output}: cannot write there ({error.strerror}); choose another file") from error
    print(f"{output}: {frame.height} rows", file=sys.stderr)
