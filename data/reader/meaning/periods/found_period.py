"""What tells the period of a figure, and how sentences begin that go on about what was told before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant

if TYPE_CHECKING:
    from data.grammar.period import Period
    from data.grammar.period_text import PeriodCue
    from data.reader.meaning.text.prose import Prose

_PARTS = r"trong (?:đó|số đó|số này|mức tăng)|(?:phân|chia) theo|chia ra|gồm|bao gồm"
OF_THOSE = re.compile(tolerant(rf"\W*(?:{_PARTS})(?![a-z])"))
"""Words with which a sentence begins that parts what the sentence before said."""
_GROUPS = r"(?:còn )?có \d+(?:/\d+)? nhóm(?: [a-z]+){0,5} (?:tăng|giảm)"
_MORE_GROUPS = re.compile(tolerant(rf"\W*{_GROUPS}(?![a-z])"))
_GROUP = re.compile(tolerant(r"(?<![a-z])nhóm(?![a-z])"))
_AT_THAT_TIME = r"(?:cùng )?(?:trong )?(?:cùng )?(?:khoảng )?thời (?:gian|điểm|kỳ) (?:này|đó|(?:nêu )?trên)"
_AT_ONE_TIME = r"cùng thời (?:gian|điểm)(?! (?:của )?(?:năm|tháng|quý|vụ) )"
AT_THAT_TIME = re.compile(tolerant(rf"\W*{_AT_THAT_TIME}(?![a-z])"))
"""How a sentence, or a note, begins that tells of the time that was told before."""
_AMONG_THEM = r"trong (?:tổng )?số [^,;.%]{0,40}(?:trên|đó)"
_GOODS = (
    r"(?:một số |các |có \d+(?:/\d+)? )?(?:mặt hàng|sản phẩm) (?:xuất khẩu |nhập khẩu |công nghiệp )?"
    r"(?:chủ yếu|chủ lực|chính|đạt giá trị cao|giảm|tăng)"
)
GOES_ON = re.compile(
    tolerant(rf"\W*(?:so với cùng kỳ|(?:{_PARTS}|{_GOODS}|riêng|{_AT_THAT_TIME}|{_AT_ONE_TIME}|{_AMONG_THEM})(?![a-z]))")
)
"""Words with which a sentence begins that goes on about what the sentence before said."""


def tells_more_groups(prose: Prose, sentence: int) -> bool:
    """Whether a sentence goes on with groups of goods whose prices moved, told in the one before: "Có 2 nhóm giảm giá ..."."""
    if not sentence or _MORE_GROUPS.match(prose.text, sentence) is None:
        return False
    return _GROUP.search(prose.text, prose.sentence_of(sentence - 1)[0], sentence) is not None


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period and how it came about.

    Attributes:
        period: what the figure is about.
        source: ``said`` beside it, ``carried`` from before in the sentence, ``sticky`` from the head of a sentence before,
            ``settled`` by what was measured against the year's plan, ``inherited`` from the anchor of a footnote, ``default``.
        kind: kind of the cue, see `data.grammar.period_text.PeriodCue`; ``exists`` where "hiện có" told before how much there is.
    """

    period: Period
    source: str
    kind: str

    @staticmethod
    def by(cue: PeriodCue, source: str) -> FoundPeriod:
        """What a phrase tells."""
        return FoundPeriod(cue.period, source, cue.kind)
