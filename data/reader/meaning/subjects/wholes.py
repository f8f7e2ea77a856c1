"""Wholes and parts that have one name: "Trong 19 chỉ tiêu, có 15 chỉ tiêu đạt", "43 hài cốt, trong đó 29 từ nước ngoài"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.grammar.unit import noun_kind, unit_of

if TYPE_CHECKING:
    from data.grammar.period import Period
    from data.reader.matching.evidence import Match
    from data.reader.meaning.figures import Figure
    from data.reader.meaning.step import Step
    from data.reader.meaning.subjects.discourse import Discourse
    from data.reader.meaning.subjects.subject import Subject
    from data.reader.meaning.text.prose import Prose

_OF_SO_MANY = re.compile(tolerant(r"\W*(?:[^.;:]{2,90}, )?(?:cụ thể )?trong (?:(?:tổng )?số )?"))
"""What a sentence begins with that counts a part of what it tells first: "So với tháng trước, trong 11 nhóm có 7 nhóm ..."."""


def whole_told_first(prose: Prose, here: Step, figures: list[Figure]) -> None:
    """Make the figure before a mention its whole, if its sentence begins with that and both have one name, or it has none.

    Args:
        prose: the passage.
        here: the mention.
        figures: those read so far, that of the mention the last.
    """
    last, sentence = here.last, prose.sentence_of(here.mention.start)[0]
    if last is None or not (last.counted and here.mention.counted):
        return
    if next((mention for mention in prose.mentions if mention.start >= sentence), None) is not last:
        return
    whole, part = figures[-2:]
    named = (whole.indicator, whole.item) if whole.indicator else (part.indicator, part.item)
    alike = (whole.unit, *named, whole.measure) == (part.unit, part.indicator, part.item, part.measure)
    if not alike or part.measure != "value" or part.value > whole.value:
        return
    if _OF_SO_MANY.fullmatch(prose.text, sentence, last.start) is not None:
        figures[-2] = whole._replace(measure="total", indicator=named[0], item=named[1], sector=part.sector)


def named_like_another(discourse: Discourse, value: float, unit: str, period: Period) -> bool:
    """Whether the level of a part would be told as that of its whole, of which it can only be less, or of the part before.

    A part without a name is left without one: told as another, it would deny what was told of that.

    Args:
        discourse: what the passage has spoken of.
        value: the level.
        unit: its printed unit.
        period: its period.
    """
    whole, subject, match = discourse.whole, discourse.subject, discourse.subject.match
    if whole is None or match is None or whole is subject or not subject.part or subject.figures:
        return False
    others = (known for known in discourse.recent.newest() if known.part and known is not whole and known.end > whole.end)
    parts = (level for known in others for level in _levels(discourse, known, match, period))
    if any(level.unit == unit and level.value != value for level in parts):
        return True
    told = [] if match.item else _levels(discourse, whole, match, period)
    amount = value * unit_of(unit).mult
    return any(_measured_alike(level.unit, unit) and amount < level.value * unit_of(level.unit).mult for level in told)


def _levels(discourse: Discourse, told: Subject, match: Match, period: Period) -> list[Figure]:
    """The levels of a period that were told of a subject with a name."""
    if told.match is None or (told.match.indicator, told.match.item) != (match.indicator, match.item):
        return []
    figures = (discourse.figures[place] for place in told.figures)
    return [level for level in figures if level.measure == "value" and level.period == period.id]


def _measured_alike(unit: str, other: str) -> bool:
    """Whether two units measure in one base, or are nouns of one kind."""
    return unit_of(unit).base == unit_of(other).base or noun_kind(unit) == noun_kind(other) != ""
