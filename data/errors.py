"""Errors that a user can set right, as facts: whoever shows one to people words it by its kind, in their language."""

from __future__ import annotations


class UserError(Exception):
    """Something that the user has to set right; as text it is one English line for developers.

    Args:
        kind: what is wrong, as a short name in words: ``no_such_file``.
        place: the file or option, as the user named it.
        facts: what else is known, by name.
    """

    def __init__(self, kind: str, place: object = "", **facts: object) -> None:
        super().__init__(kind, place)
        self.kind, self.place, self.facts = kind, str(place), facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name} {value}" for name, value in self.facts.items())
        return f"{self.place}: ".removeprefix(": ") + self.kind.replace("_", " ") + (f" ({facts})" if facts else "")


class StoreError(UserError):
    """A store cannot be read, or its file cannot or must not be replaced."""


class DamagedStoreError(StoreError):
    """The store is unreadable."""


_DAMAGE = {"Error", "IOException", "SerializationException", "FatalException", "InternalException"}
"""Errors of DuckDB that a damaged file raises, wrong checksums the base class of all; by name, because what shows errors does
not import DuckDB. Whatever else fails is no reason to give up the reports and decisions in the file."""


def store_error(error: Exception, path: object) -> StoreError:
    """An error of DuckDB on the store at ``path``, by what it tells of the file."""
    words, kind = " ".join(str(error).split()), type(error).__name__
    if "Conflicting lock" in words or "Could not set lock" in words:
        return StoreError("busy_store", path)
    if "does not exist" in words and kind == "CatalogException":
        return StoreError("other_database", path)
    if "Permission denied" in words or "Cannot open file" in words:
        return StoreError("unreadable_store", path, reason=words)
    if "version number" in words:
        return StoreError("newer_database", path)
    if kind in _DAMAGE:
        return DamagedStoreError("damaged_store", path)
    return StoreError("failed_question", path, reason=words)
