"""Errors as one line for the user: what, where, what to do, in the language in use."""

from __future__ import annotations

import errno
import shlex
from typing import TYPE_CHECKING, NamedTuple

from data.errors import UserError

if TYPE_CHECKING:
    from tui.words import Words


class UsageError(UserError):
    """The user asked for something that the program cannot do."""


class Notice(NamedTuple):
    """Something done automatically that the user is told of, worded by the text ``notice.WHAT``."""

    what: str
    place: object
    reason: Exception | None = None

    def text(self, words: Words) -> str:
        """The line, in the language in use."""
        return words(f"notice.{self.what}", place=self.place, reason=error_line(self.reason, words) if self.reason else "")


def error_line(error: Exception, words: Words) -> str:
    """An error as one line: worded by its kind, or by its own message where it has none.

    Data, queries and the interface raise errors with a ``kind``, a ``place`` and ``facts``; the text is ``error.KIND``.
    """
    from queries.errors import SqlError

    if is_user_error(error):
        place = str(getattr(error, "place", ""))
        facts = {name: _fact(fact, words) for name, fact in getattr(error, "facts", {}).items()}
        line = words(f"error.{getattr(error, 'kind', '')}", place=place, quoted=shlex.quote(place), **facts)
    elif isinstance(error, SqlError):
        from tui.model.sql_errors import is_duckdbs, plain_words

        own, pointed = error.summary, error.pointed
        plain = plain_words(own, words, keys=False)
        line = f"{plain} ({own.splitlines()[0]})" if plain != own and is_duckdbs(own) else plain
        if pointed:
            line += f" — {words('console.wrong_place', line=pointed[0], word=pointed[1])}"
    else:
        line = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    # A name of a file may hold anything, the codes that a terminal obeys among them.
    return " ".join("".join(char if char.isprintable() else " " for char in line).split())


def is_user_error(error: BaseException) -> bool:
    """Whether the user can fix the cause of an error; otherwise it is a fault of the program."""
    return isinstance(getattr(error, "kind", None), str)


def _fact(fact: object, words: Words) -> object:
    if isinstance(fact, OSError):
        name = f"reason.{errno.errorcode.get(fact.errno or 0, '')}"
        return words(name) if words.has(name) else fact.strerror or str(fact)
    if isinstance(fact, (int, float)) and not isinstance(fact, bool):
        from tui.numbers import number

        return number(fact, words.lang)
    return fact
