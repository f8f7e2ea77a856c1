"""What figures say of each other by their size: a share of an earlier level, a change told twice, the plan of a share of it."""

from __future__ import annotations

from math import inf, log
from typing import TYPE_CHECKING

from data.grammar.number import half_unit
from data.grammar.unit import unit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reader.meaning.anchor import Level
    from data.reader.meaning.sense import State
    from data.reader.meaning.text.prose import Mention

_ROUNDED, _ROUGHLY = 1.2, 0.001
"""By how much a printed share may miss: in halves of its last digit, or as a part of itself."""
_EARLIER = 8
_NEAR, _EXACT = 0.4, 0.04
"""Logarithm of the ratio within which a rounded amount is the one reckoned, and within which it is that for sure."""


class Amounts:
    """The levels said so far in a passage.

    Attributes:
        back: which level the last share of an earlier one was: 1 for the last that was told, 2 for the one before it.
    """

    def __init__(self, noted: Sequence[Level] = ()) -> None:
        """Begin with the levels told where a note is pointed to, the nearest first."""
        self.back = 1
        self._levels: list[tuple[float, str, bool]] = [(level.value, level.unit, False) for level in reversed(noted)]

    def add(self, mention: Mention, planned: bool) -> None:
        """Keep a level in mind, or a plan of one; without a unit it counts what the one before did: "thụ lý 9 vụ, xử 6"."""
        if not mention.unit.startswith("%"):
            self._levels.append((mention.value, mention.unit, planned))

    def share_of_earlier(self, mention: Mention, printed: str, planned: bool) -> str:
        """``share`` or ``plan`` if a percentage is by its size how much of an earlier level or plan the last is; else ``""``.

        Args:
            mention: the percentage.
            printed: how it is printed.
            planned: shares of plans are told around it, so that only the last level counts, not the one before it.
        """
        if not mention.unit.startswith("%") or not self._levels:
            return ""
        tolerance = max(_ROUNDED * half_unit(printed, mention.value), mention.value * _ROUGHLY)
        shares = (
            ("plan" if of_plan else "share", back)
            for back in ((1,) if planned else (1, 2))
            for level, unit, _ in self._levels[-back:][:1]
            for other, earlier_unit, of_plan in self._levels[-_EARLIER:-back]
            if earlier_unit and (not unit or counted_alike(unit, earlier_unit))
            if abs(_percentage(level, unit or earlier_unit, other, earlier_unit) - mention.value) <= tolerance
        )
        share, self.back = next(shares, ("", 1))
        return share or self._of_plan_told_last(mention.value, tolerance)

    def _of_plan_told_last(self, percentage: float, tolerance: float) -> str:
        """``plan`` if the level before a plan is so much of it: "trồng 260 ha trên kế hoạch 900 ha (bằng 29%)"; else ``""``."""
        *_, (level, unit, _of_plan), (plan, plan_unit, planned) = [(0.0, "", False), *self._levels]
        reached = _percentage(level, unit or plan_unit, plan, plan_unit) if planned and counted_alike(unit, plan_unit) else inf
        return "plan" if abs(reached - percentage) <= tolerance else ""


def _percentage(level: float, unit: str, other: float, other_unit: str) -> float:
    """How much one level is of another one that is not less, in percent; infinite where it is more."""
    part, whole = level * unit_of(unit).mult, other * unit_of(other_unit).mult
    return 100 * part / whole if whole >= part > 0 else inf


def beside(mention: Mention, state: State) -> str | None:
    """What an amount beside a level and its percentage must be: the ``change``, the ``base`` or the ``plan``; None if neither."""
    if state.amount is None or state.level is None or not counted_alike(mention.unit, state.level):
        return None
    level, amount = state.amount * unit_of(state.level).mult, mention.value * unit_of(mention.unit).mult
    meant: dict[str, float] = {}
    if state.percent is not None and state.percent > -100:
        meant["base"] = level / (1 + state.percent / 100)
        meant["change"] = abs(level - meant["base"])
    if state.planned:
        meant["plan"] = 100 * level / state.planned
    nearest = min(meant, key=lambda kind: _apart(amount, meant[kind]), default=None)
    return nearest if nearest is not None and _apart(amount, meant[nearest]) < _NEAR else None


def counted_alike(one: str, other: str) -> bool:
    """Whether two units are one, if need be with a word left out: "lượt khách" and "nghìn lượt"."""
    bases = unit_of(one).base, unit_of(other).base
    return bases[0] == bases[1] or (all(bases) and f"{max(bases, key=len)} ".startswith(f"{min(bases, key=len)} "))


def is_change(mention: Mention, state: State) -> bool:
    """Whether an amount is, but for its rounding, by how much a level changed whose percentage was told."""
    if beside(mention, state) != "change" or state.amount is None or state.level is None or state.percent is None:
        return False
    level, amount = state.amount * unit_of(state.level).mult, mention.value * unit_of(mention.unit).mult
    return _apart(amount, abs(level - level / (1 + state.percent / 100))) < _EXACT


def _apart(one: float, other: float) -> float:
    """How far two amounts are apart: 0 when equal, whatever their size."""
    return abs(log(one / other)) if one > 0 and other > 0 else inf
