"""Saved questions: those that come with the app, and the user's own .sql files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from queries.files import file_name, replacing
from queries.question import FOLDER, Header, header

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TRANSLATED = (("_vi", "_en"), ("unit as ", "unit_en as "), ("reports as ", "reports_en as "))
"""The columns of Vietnamese words, as a question shows them, and those that say the same in English."""


class SavedQuery(NamedTuple):
    """A saved question: its file's name without suffix, what its header says, its text, whether it is the user's own."""

    name: str
    header: Header
    sql: str
    own: bool

    def sql_in(self, lang: str) -> str:
        """The SQL in a language: the app's questions ask for Vietnamese words, the user's for what they say."""
        return self.sql if self.own else sql_in(self.sql, lang)


def sql_in(sql: str, lang: str) -> str:
    """A question of the app, which asks for Vietnamese words, in a language."""
    for vietnamese, english in TRANSLATED if lang == "en" else ():
        sql = sql.replace(vietnamese, english)
    return sql


def saved_queries(own: Path | None = None) -> list[SavedQuery]:
    """The user's own questions first, then the app's, each in alphabetical order.

    Args:
        own: the folder of the user's questions; files that cannot be read are passed over.
    """
    mine = list(_read(own, True)) if own is not None else []
    return [*mine, *_read(FOLDER / "library", False)]


def saved_query(name: str, own: Path | None = None) -> SavedQuery | None:
    """The question of that name, the user's own before the app's; None where there is none."""
    return next((one for one in saved_queries(own) if one.name == name), None)


def save_query(own: Path, name: str, title: str, sql: str, note: str = "") -> Path:
    """Write a question into the user's folder under a name made of ``name``; its header gets the title and the note.

    Raises:
        OSError: the folder cannot be written.
    """
    own.mkdir(parents=True, exist_ok=True)
    path = _place(own, name)
    with replacing(path) as beside:
        beside.write_text(_text(name, title, sql, note), encoding="utf-8")
    return path


def replaced_title(own: Path, name: str, title: str, sql: str, note: str = "") -> str | None:
    """The title of the question that `save_query`, given the same, would replace by another text.

    It is the name of its file where it has none; None where nothing is replaced, or by the same text.
    """
    path = _place(own, name)
    if not path.exists():
        return None
    found = next((one for one in _read(own, True) if one.name == path.stem), None)
    if found is None:
        return path.name
    return None if found.sql == _text(name, title, sql, note) else found.header.title_vi or found.header.title_en or path.name


def _text(name: str, title: str, sql: str, note: str) -> str:
    """A question as its file holds it, with its header."""
    kept = [line for line in sql.splitlines() if not re.match(r"^--\s*(vi|en|note):", line)]
    told = [f"-- note: {note}"] if note else []
    return "\n".join([f"-- vi: {title or name}", f"-- en: {title or name}", *told, *kept]) + "\n"


def _place(own: Path, name: str) -> Path:
    return own / f"{file_name(name, 'query')}.sql"


def _read(folder: Path, own: bool) -> Iterator[SavedQuery]:
    for path in sorted(folder.glob("*.sql")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        yield SavedQuery(path.stem, header(text), text, own)
