"""Periods in running text: "lũy kế 8 tháng", "quý I/2026", "đến ngày 31/3/2026", "giai đoạn 2021 - 2025".

A phrase is read against the period of the report, which gives the year and the last month that it leaves unsaid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.patterns import Patterns
from data.grammar.period_rules import period_rules
from data.grammar.period_rules.rule import BEFORE

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.grammar.frame import Frame
    from data.grammar.period import Period


@dataclass(frozen=True, slots=True)
class PeriodCue:
    """A phrase that names the period of the figures around it.

    Attributes:
        start: place in the folded text.
        end: place behind it.
        period: what it means.
        kind: ``flow`` (of what adds up), ``stock`` (a point: "đến nay", "hiện có"), ``until`` (both readings are possible:
            "đến hết tháng 8"), ``goal`` ("đến năm 2030") or ``year`` (a bare year).
    """

    start: int
    end: int
    period: Period
    kind: str


_OPENING = re.compile(
    tolerant(
        r"(?P<all>cả (?=năm|quý|giai|nhiệm))|(?P<end>cuối )|(?P<sum>lũy kế|cộng dồn|tính chung)|(?P<within>trong )|(?P<now>hiện)"
        r"|(?P<by>trước )|(?P<since>(?:kể )?từ )"
    )
)


def opening(text: str, cue: PeriodCue) -> str:
    """How a phrase opens: ``all`` ("cả năm"), ``end``, ``sum`` ("lũy kế"), ``within``, ``now``, ``by``, ``since`` or ``""``."""
    found = _OPENING.match(text, cue.start)
    return found.lastgroup or "" if found is not None else ""


@cache
def _phrases(damaged: bool) -> Patterns:
    return Patterns(BEFORE, {number: rule.source for number, rule in enumerate(period_rules(damaged))})


def may_open_with_period(text: str, letters: int, damaged: bool) -> bool:
    """Whether a phrase that names a period may begin within the first letters of folded text."""
    return _phrases(damaged).may_begin_within(text, letters)


def period_cues(text: str, frame: Frame, damaged: bool, capital: Callable[[int], bool] | None = None) -> list[PeriodCue]:
    """The phrases of folded text that name periods, in order, without overlaps.

    Args:
        text: folded text.
        frame: the period of the report.
        damaged: the text is recognised from a scan.
        capital: whether a capital is printed at a place; without it months in words are not found.
    """
    found: list[PeriodCue] = []
    taken = bytearray(len(text))
    rules = period_rules(damaged)
    for number, match in _phrases(damaged).matches(text):
        rule, (start, end) = rules[number], match.span()
        if 1 in taken[start:end] or (rule.capital is not None and not (capital and capital(match.start(rule.capital)))):
            continue
        if (meaning := rule.read(match, frame)) is not None:
            found.append(PeriodCue(start, end, *meaning))
            taken[start:end] = b"\1" * (end - start)
    return sorted(found, key=lambda cue: cue.start)
