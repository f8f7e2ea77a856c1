"""Pairs of neighbouring words in a text: evidence for where an interrupted sentence continues."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from data.fold import fold
from data.reader.layout.lines import Line

_WORD = re.compile(r"[^\W_]+")
_SAMPLE = 400_000


class WordPairs:
    """The pairs of neighbouring words of a text's lines, collected when first asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @cached_property
    def _known(self) -> frozenset[tuple[str, str]]:
        """All pairs, folded."""
        pairs: set[tuple[str, str]] = set()
        size = 0
        for line in self._lines:
            size += len(line.text)
            if size > _SAMPLE:
                break
            pairs.update(pairwise(_WORD.findall(fold(line.text))))
        return frozenset(pairs)

    def meet(self, before: str, text: str) -> bool:
        """True when the last word of one piece of text and the first of another are neighbours elsewhere."""
        last, first = _WORD.findall(fold(before[-40:])), _WORD.findall(fold(text[:40]))
        return bool(last and first) and (last[-1], first[0]) in self._known
