"""The verb ``sql``: questions from the command line, a file, standard input or the saved ones, to a pipe or a file.

Exit statuses are those of the whole command line: 0 done; 2 wrong use, SQL that cannot run, or a file that cannot be written,
with one line that says why (DuckDB's words and the place kept); 130 interrupted. Rows go to standard output, talk to standard
error.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from typing import TYPE_CHECKING, Any

from queries.files import replacing
from tui.errors import UsageError
from tui.export import BINARY
from tui.verbs.output import ENDINGS, FOR_PEOPLE, format_of, print_rows, write_file
from tui.verbs.store import open_or_build

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from queries.console import Statement
    from queries.store import Cursor
    from tui.words import Words


def sql(options: argparse.Namespace) -> int:
    """Run SQL and print each statement's answer; ``--list`` prints the saved questions."""
    from queries.console import header_parameters, run, statements, typed_value
    from tui.config import config_file, read_config

    form = format_of(options.format, options.output, "table", ENDINGS.values())
    if options.listing:
        _list(form, options.words())
        return 0
    text = _text(options)
    config = read_config(config_file())
    with (
        open_or_build(options, config.limits) as store,
        store.cursor() as cursor,
        _limited(cursor, config.sql_seconds),
        _interruptible(cursor),
    ):
        parts = statements(text, cursor)
        given = _parse_parameters(options.param)
        _require_asked(given, parts)
        values = header_parameters(cursor, text, parts)
        values |= {name: typed_value(cursor, name, value, values.get(name)) for name, value in given.items()}
        if form in BINARY:
            rows = _write_binary(cursor, parts, values, form, options.output)
            if options.output:
                print(options.words()("done.written", place=options.output, rows=rows), file=sys.stderr)
            return 0
        with _target(options.output):
            for place, part in enumerate(parts):
                if place:
                    print()
                result = run(cursor, part, values)
                print_rows(form, result.columns, result.rows)
    if options.output:
        print(options.words()("done.file_written", place=options.output), file=sys.stderr)
    return 0


def _text(options: argparse.Namespace) -> str:
    given = [one for one in (options.sql, options.command, options.file, options.name) if one is not None]
    if len(given) > 1:
        raise UsageError("sql_given_twice")
    if options.name is not None:
        return _saved(options.name, options.words().lang)
    if options.file is not None and str(options.file) != "-":
        return _read(options.file)
    if given and options.file is None:
        return str(given[0])
    if sys.stdin.isatty() and options.file is None:
        raise UsageError("no_sql")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise UsageError("sql_not_utf_8", "-") from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError("unreadable_file", path, reason=error) from error
    except UnicodeDecodeError as error:
        raise UsageError("sql_not_utf_8", path) from error


def _saved(name: str, lang: str) -> str:
    from queries.library import saved_queries, saved_query
    from tui.config import user_queries_folder

    found = saved_query(name, user_queries_folder())
    if found is None:
        names = ", ".join(one.name for one in saved_queries(user_queries_folder()))
        raise UsageError("no_such_question", name, names=names)
    return found.sql_in(lang)


def _list(form: str, say: Words) -> None:
    from queries.library import saved_queries
    from tui.config import user_queries_folder

    rows = (
        (
            one.name,
            say.pick(one.header.title_vi, one.header.title_en),
            " ".join(f"{name}={value}" for name, value in one.header.examples.items()),
            say("shown.own") if one.own and form in FOR_PEOPLE else "own" if one.own else "xulang",
        )
        for one in saved_queries(user_queries_folder())
    )
    names = ("name", "title", "parameters", "from")
    heads = [say(f"shown.{name}") for name in names] if form in FOR_PEOPLE else names
    print_rows("table" if form in BINARY else form, heads, rows)


@contextlib.contextmanager
def _limited(cursor: Cursor, seconds: float) -> Iterator[None]:
    """Interrupt the cursor after ``seconds``; 0 for no limit."""
    from duckdb import InterruptException

    from queries.deadline import deadline

    try:
        with deadline(seconds, cursor.interrupt):
            yield
    except InterruptException as error:
        raise UsageError("sql_too_slow", seconds=seconds) from error


@contextlib.contextmanager
def _interruptible(cursor: Cursor) -> Iterator[None]:
    """Make ctrl+c interrupt all threads of DuckDB, which otherwise finish their work first."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # ignored already, as in the background of a shell
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        cursor.interrupt()
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _parse_parameters(pairs: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError("faulty_parameter", pair)
        given[name.lstrip("$")] = value
    return given


def _require_asked(given: Mapping[str, str], parts: Sequence[Statement]) -> None:
    """Raise `UsageError` where a parameter is given that no statement asks for: the answer would be one to another question."""
    asked = set[str]().union(*(part.parameters for part in parts))
    for name in given:
        if name not in asked:
            raise UsageError("unknown_parameter" if asked else "no_parameters", name, names=", ".join(sorted(asked)))


@contextlib.contextmanager
def _target(output: Path | None) -> Iterator[None]:
    """Redirect standard output to a file, which is put in place only when it is complete."""
    if output is None:
        yield
        return
    try:
        with (
            replacing(output) as beside,
            beside.open("w", encoding="utf-8", newline="") as file,
            contextlib.redirect_stdout(file),
        ):
            yield
    except OSError as error:
        raise UsageError("unwritable_output", output, reason=error) from error


def _write_binary(cursor: Cursor, parts: Sequence[Statement], values: Mapping[str, Any], form: str, output: Path | None) -> int:
    """Write one answer as Parquet or Excel and give its number of rows."""
    if len(parts) > 1:
        raise UsageError("one_table_only", form=form, count=len(parts))
    from queries.console import run

    result = run(cursor, parts[0], values)
    rows = list(result.rows)
    write_file(form, result.columns, rows, output)
    return len(rows)
