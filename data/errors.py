"""What cannot be done, as facts: data speaks to nobody, and who shows an error to people words it by its kind."""

from __future__ import annotations


class PlainError(Exception):
    """Something that a person has to set right; as text it is one English line for developers.

    Args:
        kind: what is wrong, as a short name in words: ``no_such_file``.
        place: where, as the person named it.
        facts: what else is known, by name.
    """

    def __init__(self, kind: str, place: object = "", **facts: object) -> None:
        super().__init__(kind, place)
        self.kind, self.place, self.facts = kind, str(place), facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name} {value}" for name, value in self.facts.items())
        return f"{self.place}: ".removeprefix(": ") + self.kind.replace("_", " ") + (f" ({facts})" if facts else "")
