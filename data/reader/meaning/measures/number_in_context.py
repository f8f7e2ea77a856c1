"""A number with the words around it and what was said before: what the rules of measures ask about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant
from data.reader.meaning.text.content import holds_content
from data.reader.meaning.text.gaps import COMPARING, MOVING

if TYPE_CHECKING:
    from data.grammar.comparator import Cue
    from data.reader.meaning.sense import Sense, State
    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention

_VERBS = frozenset({*MOVING, "reach", "equal", "share", "fold"})
_ENDED = re.compile(
    tolerant(
        r"[^\d%]*[,;]\s*(?:(?:bao gồm|gồm|trong đó)(?: có)?:?\s*|(?:hiện có|ước(?: đạt)?|đạt)\s*)?|\s*(?:ở|tại|với|và)\s*"
        r"|\s*\(\s*(?:bao gồm|gồm|trong đó)(?: có)?:?\s*"
    )
)
"""What ends the words of a verb: "26 chỉ tiêu đạt và vượt, 4 chỉ tiêu chưa đạt", "8 xã vượt và 11 xã đạt", "tăng với 40 ca"."""
_HEADS = re.compile(r"\s*:\s*[a-z][^\d:]*")
"""What stands behind a verb that heads a list of what rose or fell, each with its level first: "Sản phẩm giảm: than 38 tấn"."""
_MAY_BE_NEGATIVE = frozenset({"%", "‰", "°C"})
"""Units of levels before which a hyphen is a minus sign."""
_RATE_LETTERS = 32
"""Letters before a number in which the name of its rate stands: "cao hơn tỷ lệ giải ngân 29,8% của cùng kỳ"."""
_AND = re.compile(tolerant(r" và "))
"""What parts a plan from a number that is not its own."""
_LEVEL = re.compile(tolerant("(?<![a-z])(?:mức|tốc độ|con số|số thu|tỷ lệ(?: [a-z]+){0,4}) $"))
"""What stands before a level that something is compared with."""
_ALIKE = 2
"""How many times larger or smaller what is told of another time may be."""


@dataclass(frozen=True, eq=False)
class NumberInContext:
    """A number with its context.

    Attributes:
        text: the folded text of its passage.
        mention: the number.
        gap: the words around it.
        state: what was said of its subject before.
    """

    text: str
    mention: Mention
    gap: Gap
    state: State

    @cached_property
    def _last_verb(self) -> Cue | None:
        verbs = [cue for cue in self.gap.before if cue.kind in _VERBS]
        if len(verbs) > 1 and verbs[-2].kind in MOVING and self._in_like_manner(verbs[-2], verbs[-1]):
            return verbs[-2]
        return verbs[-1] if verbs else None

    def _in_like_manner(self, moving: Cue, last: Cue) -> bool:
        """Whether "tương ứng" only says of a change that there are as many as were told before: "tăng tương ứng 1% và 8%"."""
        return last.alike and not self.text[moving.end : last.start].strip()

    @property
    def comes_to(self) -> bool:
        """Whether the verb is "tương ứng", which says in percent what was told as an amount."""
        return self._last_verb is not None and self._last_verb.alike

    @property
    def equivalent(self) -> bool:
        """Whether the verb is "tương đương", which says of a count what share of all it is."""
        verb = self._last_verb
        return verb is not None and verb.kind == "equal" and self.text.startswith("t", verb.start)

    @property
    def verb(self) -> str:
        """The kind of the last verb before the number; ``""`` if there is none."""
        return self._last_verb.kind if self._last_verb is not None else ""

    @property
    def moves(self) -> bool:
        """Whether the verb says that something rose or fell."""
        return self.verb in MOVING

    @property
    def falls(self) -> bool:
        """Whether the verb says that something fell."""
        return self.verb == "down"

    @cached_property
    def percent(self) -> bool:
        """Whether the number is in percent or percentage points."""
        return self.mention.unit.startswith(("%", "điểm phần trăm"))

    @property
    def below_zero(self) -> bool:
        """Whether it is a level below zero, or a rate that is: "âm 2 độ", "-1,2%"."""
        start, minus = self.mention.start, self.mention.sign == "-" and not self.moves
        glued = self.text.endswith("-", 0, start) and self.mention.unit in _MAY_BE_NEGATIVE
        return minus and (glued or self.text.endswith("am ", 0, start))

    @property
    def bare(self) -> bool:
        """Whether no words of content lead to the number."""
        return not self.gap.content

    @cached_property
    def bracketed(self) -> bool:
        """Whether a bracket opens between the number before and this one."""
        return bool(self.mention.bracket) and self.gap.opens

    @property
    def is_part(self) -> bool:
        """Whether it is said to be one of the parts of what was told: "(trong đó có 12 hộ)"."""
        return any(cue.kind == "parts" for cue in self.gap.before)

    @cached_property
    def compared(self) -> Cue | None:
        """The comparison said of this number: behind it, or between verb and number.

        A plan that the whole has missed is not that of its parts: "thấp hơn mục tiêu đề ra, trong đó dịch vụ tăng 4%".
        """
        if self.gap.behind:
            return next((cue for cue in self.gap.behind if cue.kind != "plan"), self.gap.behind[0])
        parts = next((cue.start for cue in reversed(self.gap.before) if cue.kind == "parts"), -1)
        told = (cue for cue in reversed(self.gap.before) if cue.kind in COMPARING and not cue.bare)
        return next((cue for cue in told if cue.kind != "plan" or cue.start > parts), None)

    @property
    def tail(self) -> Cue | None:
        """The comparison right behind the number."""
        return self.gap.behind[0] if self.gap.behind else None

    def followed_by(self, *kinds: str) -> bool:
        """Whether a comparison of one of some kinds stands right behind the number."""
        return bool(self.gap.behind) and self.gap.behind[0].kind in kinds

    @property
    def led_by_plan(self) -> bool:
        """Whether a plan is named right before the number, which is not counted beside it: "thấp hơn tiến độ và 03 chỉ tiêu"."""
        named = self.gap.named
        return named is not None and named.kind == "plan" and _AND.match(self.text, named.end, self.mention.start) is None

    @property
    def against_plan(self) -> bool:
        """Whether the number is compared with a plan."""
        return self.compared is not None and self.compared.kind == "plan"

    @cached_property
    def led_by_verb(self) -> bool:
        """Whether the number is how much something rose or fell: nothing else stands between the verb and it."""
        verb = self._last_verb
        if (
            verb is None
            or verb.kind not in MOVING
            or _HEADS.fullmatch(self.text, verb.end, self.gap.end)
            or (self.mention.counted and _ENDED.fullmatch(self.text, verb.end, self.gap.end))
        ):
            return False
        near = self.percent and self.gap.short and not self.gap.reached
        return near or not holds_content(self.text, self.gap.before, verb.end, self.gap.end)

    @property
    def led_by_level(self) -> bool:
        """Whether it is called a level with which something is compared: "thấp hơn mức 71,2% của cùng kỳ"."""
        return _LEVEL.search(self.text, max(self.gap.start, self.mention.start - _RATE_LETTERS), self.mention.start) is not None

    @property
    def as_large(self) -> bool:
        """Whether the number is of the size of the level before it, not of a difference from it: "39,8%, kế hoạch 42%"."""
        return self._is_like(self.state.amount)

    @property
    def as_great(self) -> bool:
        """Whether the number is of the size of the change in percent before it."""
        return self._is_like(self.state.grown)

    @property
    def as_grown(self) -> bool:
        """Whether the number is of the size of the change in percent that was told of the subject."""
        return self._is_like(self.state.percent)

    @property
    def as_planned(self) -> bool:
        """Whether the number is of the size of the share of the plan that was told before the change."""
        return self._is_like(self.state.planned_before)

    @property
    def as_shared(self) -> bool:
        """Whether the number is of the size of the rate that was told of the subject."""
        return self._is_like(self.state.rate_told)

    def _is_like(self, other: float | None) -> bool:
        """Whether the number is of the size of another one."""
        return other is not None and other / _ALIKE < self.mention.value < other * _ALIKE

    @property
    def change(self) -> Sense:
        """The change that was read right before; to be asked for only where there is one."""
        assert self.state.change is not None
        return self.state.change

    @property
    def listed(self) -> Sense:
        """What the list measures that goes on; to be asked for only where one does."""
        assert self.state.listed is not None
        return self.state.listed
