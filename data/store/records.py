"""The rows that go into the store, as plain records, and their CSV form that ships in data/observations.

A record is what one report gives, whichever way it came: read just now, or shipped as reviewed rows without the text.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass, field, fields
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

_PAIR = re.compile(r"((?:\\.|(?!; ).)*)(?:; |\Z)", re.DOTALL)
"""A pair of a patch: up to the next separator that does not stand behind a backslash."""
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
Record = TypeVar("Record", bound="PassageRow | ObservationRow | ReviewRow | AccountRow")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What is known of a report itself; the labels are short names for table heads and citations."""

    id: str
    sha256: str
    number: str | None
    kind: str | None
    title: str | None
    issuer: str | None
    ref_area: str | None
    issued: date | None
    period: str | None
    ocr: bool
    label_vi: str
    label_en: str


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A heading, body paragraph or footnote; offsets are code points of the raw text."""

    ordinal: int
    kind: str
    section: str
    section_title: str
    footnote: str | None
    page: int
    anchor: int | None
    source_start: int
    source_end: int
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """One printed number read one way; ``passage`` is the ordinal of its passage within the report."""

    passage: int
    source_start: int
    source_end: int
    printed: str
    value: float
    unit: str
    measure: str
    period: str
    base_period: str | None
    indicator: str | None
    item: str | None
    status: str
    bound: str | None
    subject: str | None
    repair: str | None
    rule: str | None
    confidence: float
    reviewed: bool


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One reviewed correction of what the reader gives for a report.

    Attributes:
        action: ``accept`` (every figure of the span was compared with the text; with a patch, the one figure is that),
            ``correct`` (the given fields replace the reader's), ``reject`` (no figure) or ``add`` (a figure that was missed).
        patch: the values as ``field=value`` pairs separated by ``; ``; an empty value means none.
            Within a value such a separator, a line end and the backslash itself stand behind a backslash.
        note: why.
    """

    source_start: int
    source_end: int
    action: str
    patch: str
    note: str


@dataclass(frozen=True, slots=True)
class AccountRow:
    """How many number tokens of a report are of one kind; kinds as in `data.reader.meaning.tokens.KINDS`."""

    report: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """Everything one report gives.

    Attributes:
        report: its head.
        passages: in the order of reading.
        observations: its figures.
        text: None where only the reviewed rows are available.
        restored: the readable text of damaged passages, by ordinal; passages that are not named read as they are.
        account: its number tokens counted by kind; empty where that is not known.
    """

    report: ReportRow
    passages: list[PassageRow]
    observations: list[ObservationRow]
    text: str | None = None
    restored: Mapping[int, str] = field(default_factory=dict)
    account: Mapping[str, int] = field(default_factory=dict)


def patch_of(values: Mapping[str, str]) -> str:
    """New values of fields in the notation of `ReviewRow.patch`; whatever the values hold, `patched` gives them back."""
    return "; ".join(f"{name}={_escaped(value)}" for name, value in values.items())


def patched(patch: str) -> dict[str, str]:
    """The new values that a `ReviewRow.patch` gives, by field."""
    pairs = (pair.partition("=") for pair in _PAIR.findall(patch) if pair)
    return {name: _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], value) for name, _, value in pairs}


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("; ", "\\; ").replace("\n", "\\n")


def review_of(start: int, end: int, action: str, patch: str | None, note: str | None) -> ReviewRow:
    """A correction from the cells of the store, which keeps the new values in JSON."""
    return ReviewRow(start, end, action, patch_of(json.loads(patch or "{}")), note or "")


def write_rows(path: Path, rows: Iterable[Record], kind: type[Record], skip: frozenset[str] = frozenset()) -> None:
    r"""Write records as CSV that diffs well: one row per line, a header, `\n` line ends, None as an empty cell.

    Args:
        path: the file to write.
        rows: the records, in the order in which they are to stand.
        kind: their class, whose fields are the columns.
        skip: fields that are left out.
    """
    columns = [field.name for field in fields(kind) if field.name not in skip]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell(getattr(row, name)) for name in columns] for row in rows)


def read_rows(path: Path, kind: type[Record]) -> list[Record]:
    """The records of a CSV file that `write_rows` wrote; a missing file gives no records.

    Raises:
        ValueError: a cell or a column is not what ``kind`` asks for; the message names file and line.
    """
    if not path.is_file():
        return []
    values = {name: _value_of(hint) for name, hint in get_type_hints(kind).items()}
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        for line in (reader := csv.DictReader(file)):
            try:
                rows.append(kind(**{name: values[name](text) for name, text in line.items()}))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}:{reader.line_num}: not a row of {kind.__name__}: {error}") from error
    return rows


def cell(value: object) -> str:
    """A value as it is written into a CSV cell or a patch; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)


def _value_of(hint: Any) -> Callable[[str], Any]:
    """What gives the value of a cell whose field has a type."""
    options = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    plain = next(option for option in options if option is not NoneType)
    read = (lambda text: text == "1") if plain is bool else plain
    return (lambda text: None if text == "" else read(text)) if NoneType in options else read
