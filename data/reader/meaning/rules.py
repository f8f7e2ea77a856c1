"""Rules: a name, a condition and what it gives; they are tried in order and the first that holds decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Case = TypeVar("Case")
Gives = TypeVar("Gives")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Case, Gives]):
    """One rule of a table.

    Attributes:
        name: what is said of a figure that it decided; rules that come to the same have the same name.
        holds: whether it is one for a case.
        gives: what follows, or what tells it for the case.
    """

    name: str
    holds: Callable[[Case], bool]
    gives: Gives | Callable[[Case], Gives]

    def given(self, case: Case) -> Gives:
        """What follows for a case for which the rule holds."""
        return self.gives(case) if callable(self.gives) else self.gives


def always(_case: object) -> bool:
    """The condition of what holds where nothing else does."""
    return True


def first(rules: Iterable[Rule[Case, Gives]], case: Case) -> Rule[Case, Gives]:
    """The first rule that holds for a case; the last of a table has to hold always."""
    return next(rule for rule in rules if rule.holds(case))
