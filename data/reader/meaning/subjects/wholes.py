"""A whole that is told before its part, without a name of its own: "Trong 19 chỉ tiêu, có 15 chỉ tiêu đạt"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.grammar.ocr import tolerant

if TYPE_CHECKING:
    from data.reader.meaning.figures import Figure
    from data.reader.meaning.step import Step
    from data.reader.meaning.text.prose import Prose

_OF_SO_MANY = re.compile(tolerant(r"\W*(?:(?:so với|bên cạnh|với|nhìn chung) [^\d,;.:()]{2,60}, )?trong (?:(?:tổng )?số )?"))
"""What a sentence begins with that counts a part of what it tells first: "So với tháng trước, trong 11 nhóm có 7 nhóm ..."."""


def whole_told_first(prose: Prose, here: Step, figures: list[Figure]) -> None:
    """Make the figure before a mention its whole, if its sentence begins with that and both have one name.

    Args:
        prose: the passage.
        here: the mention.
        figures: those read so far, that of the mention the last.
    """
    last, sentence = here.last, prose.sentence_of(here.mention.start)[0]
    if last is None or not (last.counted and here.mention.counted) or last.start < sentence:
        return
    whole, part = figures[-2:]
    alike = (whole.unit, whole.indicator, whole.item, whole.measure) == (part.unit, part.indicator, part.item, part.measure)
    if not alike or part.measure != "value" or part.value > whole.value:
        return
    if _OF_SO_MANY.fullmatch(prose.text, sentence, last.start) is not None:
        figures[-2] = whole._replace(measure="total")
