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
