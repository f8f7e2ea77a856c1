"""Lists of changes: "giảm 5 sở, 1 chi cục", "tăng 12% về số doanh nghiệp và 31% về vốn đăng ký"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.measures.changes import OF_A_SUM
from data.reader.meaning.sense import BASE_LEVEL
from data.reader.meaning.text.gaps import COMPARING

if TYPE_CHECKING:
    from data.reader.meaning.sense import Sense
    from data.reader.meaning.step import Step
    from data.reader.meaning.text.prose import Mention, Prose

_JOINED = re.compile(tolerant(r"\s*\)?\s*(?:[,;]|và)\s*|\s-\s"))
_AND = re.compile(tolerant(r"\s*và\s*"))
_OF_CAPITAL = re.compile(tolerant(r"\s*về (?:tổng )?(?:số )?vốn(?![a-z])"))
"""What a change is said to be of behind it: "giảm 12% về số doanh nghiệp và tăng 31% về vốn đăng ký"."""
_OF_COUNT = re.compile(tolerant(r"\s*(?:trở lên )?(?:về )?(?:tổng )?số [a-z]{2,}"))
"""What a percentage is of that is counted, behind it: "giảm 5% số vụ", "giảm từ 5% trở lên số người chết"."""

_BODIES = frozenset({"sở", "phòng", "ban", "chi cục", "cục", "trung tâm", "đầu mối", "cơ quan", "tổ chức", "đơn vị"})
"""Nouns of bodies, of which fewer are left in every noun of a list: "giảm 4 sở và 61 đơn vị sự nghiệp"."""


def of_count(prose: Prose, mention: Mention) -> bool:
    """Whether a percentage is said to be of a number of things behind it; "so với" names no number."""
    counted = _OF_COUNT.match(prose.text, mention.unit_end) if mention.unit == "%" else None
    return counted is not None and not any(cue.kind in COMPARING for cue in prose.cues.touching(mention.unit_end, counted.end()))


def of_capital(text: str, mention: Mention) -> bool:
    """Whether a percentage, or how many times as much it is, is said to be of capital behind it."""
    return mention.unit in ("%", "lần") and _OF_CAPITAL.match(text, mention.unit_end) is not None


def list_gone_on_with(prose: Prose, here: Step, change: Sense | None, sense: Sense | None, levelled: bool) -> Sense | None:
    """What a mention measures that goes on with a list, if it does.

    Args:
        prose: the passage.
        here: the mention.
        change: the change that was told last, if it was the last thing told.
        sense: what the mention before measures.
        levelled: the sentence has told a level before.
    """
    last, mention, gap, text = here.last, here.mention, here.gap, prose.text
    if last is None or gap.fresh or gap.before:
        return None
    then = sense if sense is not None and sense.rule == BASE_LEVEL and last.bracket == mention.bracket != 0 else None
    if then is not None and gap.content and gap.separator == "," and not (gap.behind or mention.unit.startswith("%")):
        return then
    if gap.content or not _JOINED.fullmatch(text, gap.start, mention.start):
        return None
    if then is not None:
        return then
    if change is None and sense is not None and sense.rule.endswith(OF_A_SUM) and last.counted and mention.counted:
        listed = gap.separator == "," or {last.unit, mention.unit} <= _BODIES
        return sense if sense.negative and last.unit != mention.unit and listed else None
    if change is None or (gap.separator == ";" and not mention.bracket and (_changes_next(here) or _tells_then(prose, here))):
        return None
    ended = gap.separator == ";" or (levelled and _counts_others(prose, here))
    if ended and not mention.bracket and _compared_behind(last, mention, sense):
        return None
    if last.unit == "%" and (of_capital(text, mention) or (of_count(prose, last) and of_count(prose, mention))):
        return change
    aside = bool(last.bracket) and last.unit == "%" and (not levelled or _compared_before(prose, here, change))
    counts = mention.counted and (not last.unit or last.counted or last.bracket)
    if not counts and last.counted and mention.unit and mention.unit != "%" and _is_compared_at_once(text, here):
        return change if change.measure.endswith("_abs") else None
    return change if counts and (aside or last.bracket == mention.bracket) and change.measure.endswith("_abs") else None


def _is_compared_at_once(text: str, here: Step) -> bool:
    """Whether "và" joins an amount to a change in a noun, and both are compared behind it: "giảm 5 vụ và 8 ha so với cùng kỳ"."""
    joined = _AND.fullmatch(text, here.gap.start, here.mention.start) is not None
    return joined and bool(here.gap.behind) and here.gap.behind[0].kind in COMPARING


def _compared_behind(last: Mention, mention: Mention, sense: Sense | None) -> bool:
    """Whether it is said behind the number before with what that is compared, so that its list has ended."""
    base = sense.base if sense is not None else None
    return base is not None and last.unit_end <= base.start < mention.start


def _compared_before(prose: Prose, here: Step, change: Sense) -> bool:
    """Whether the clause of a list of changes began with what they are compared with: "; so với cùng kỳ giảm 9 vụ (4%), 2 ca"."""
    text, clause = prose.text, prose.clause_of(here.mention.start)
    return change.base is not None and not text[clause : change.base.start].strip(" ,;:") and clause <= change.base.start


def _counts_others(prose: Prose, here: Step) -> bool:
    """Whether a number counts others in the noun of the one before it: "18 ca, tăng 2 ca so với cùng kỳ, 7 ca thủy đậu"."""
    last, mention = here.last, here.mention
    alike = last is not None and mention.counted and last.counted and last.unit == mention.unit
    return alike and bool(prose.text[mention.unit_end : here.gap.tail].strip()) and not here.gap.behind


def _tells_then(prose: Prose, here: Step) -> bool:
    """Whether a bracket behind a count tells what it was last year: "2 ca tử vong do bệnh dại (cùng kỳ 3 ca)"."""
    return any(cue.kind == "yoy" and cue.bare for cue in prose.cues.starting(here.gap.tail, here.gap.tail + 2))


def _changes_next(here: Step) -> bool:
    """Whether the number behind a mention tells its change, so that it is no change itself: "45 người, giảm 4 người"."""
    following = here.following
    return following is not None and not following.content and following.separator == "," and following.moves
