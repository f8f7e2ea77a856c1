"""The place of DuckDB's errors in an SQL text, in code points."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"^LINE (\d+): ")
_WORD = re.compile(r"[\w.$]+")
_QUOTED = re.compile(r'["\'`]([^"\'`]+)["\'`]')


class SqlError(Exception):
    """The SQL cannot be run; the message is DuckDB's or ours.

    Attributes:
        at: offset in code points of the place of the error in the text that was to be run; None where it has none.
        length: how many code points are wrong there, at least 1.
    """

    def __init__(self, message: str, at: int | None = None, length: int = 1) -> None:
        super().__init__(message)
        self.at = at
        self.length = length

    @property
    def summary(self) -> str:
        """The message without the excerpt of the SQL."""
        kept = [line for line in str(self).partition("\n\nLINE ")[0].splitlines() if line.strip()]
        return "\n".join(kept)

    @property
    def pointed(self) -> tuple[int, str] | None:
        """The line of the SQL, from 1, and the word that the carets of DuckDB's excerpt point to; None without excerpt."""
        for number, shown, column, carets in _excerpts(str(self)):
            at = _index(shown, column)
            word = _WORD.match(shown, at)
            return number, shown[at : at + carets] if carets > 1 else word[0] if word else shown[at : at + 1]
        return None

    def moved(self, by: int) -> SqlError:
        """The same error of a text that stands ``by`` code points later in a longer one."""
        return SqlError(str(self), None if self.at is None else self.at + by, self.length)


def located(message: str, sql: str) -> SqlError:
    """An error of DuckDB with its place in ``sql``, taken from the excerpt with carets that DuckDB prints."""
    for number, shown, column, carets in _excerpts(message):
        at = _offset(sql, number, shown, column, message)
        return SqlError(message.strip(), at, carets) if at is not None else SqlError(message.strip())
    return SqlError(message.strip())


def _excerpts(message: str) -> Iterator[tuple[int, str, int, int]]:
    """The excerpts of SQL in a message: the number of the line, what is shown of it, the cells before the carets, the carets."""
    for above, below in pairwise(message.split("\n")):
        found, carets = _LINE.match(above), below.strip()
        if found and carets and not carets.strip("^"):
            yield int(found[1]), above[found.end() :], below.index("^") - found.end(), len(carets)


def _offset(sql: str, number: int, shown: str, column: int, message: str) -> int | None:
    rows = sql.split("\n")
    if not 1 <= number <= len(rows):
        return None
    row = rows[number - 1]
    cut = 3 if shown.startswith("...") else 0
    visible = shown[cut:].removesuffix("...")
    begins = row.find(visible) if cut or len(visible) < len(row) else 0
    if begins < 0:
        return None
    place = begins + _index(visible, column - cut)
    return sum(len(before) + 1 for before in rows[: number - 1]) + _nearest(row, place, message)


def _index(text: str, cells: int) -> int:
    """The index of the character ``cells`` terminal cells from the left."""
    taken = 0
    for index, char in enumerate(text):
        if taken >= cells and not unicodedata.combining(char):
            return index
        taken += 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return len(text)


def _nearest(row: str, place: int, message: str) -> int:
    """The place of the word that the message quotes, if it is close to ``place``; otherwise ``place`` itself."""
    words = [word for word in _QUOTED.findall(message.partition("\n\nLINE ")[0]) if word in row]
    spots = [found.start() for word in words[:1] for found in re.finditer(re.escape(word), row)]
    best = min(spots, key=lambda spot: abs(spot - place), default=place)
    return best if abs(best - place) <= 4 else place
