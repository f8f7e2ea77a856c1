"""The steps of the walk over a passage: each is a mention with its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.reader.meaning.text.gaps import Gap
    from data.reader.meaning.text.prose import Mention


@dataclass(frozen=True, slots=True)
class Step:
    """A mention of a passage with its neighbours.

    Attributes:
        index: its place among the mentions.
        mention: the number.
        gap: the words around it.
        last: the mention before it, if any.
        following: the words around the mention behind it, if any.
    """

    index: int
    mention: Mention
    gap: Gap
    last: Mention | None
    following: Gap | None


def places(mentions: Sequence[Mention], gaps: Sequence[Gap]) -> Iterator[Step]:
    """All mentions of a passage, in order."""
    last: Mention | None = None
    for index, (mention, gap) in enumerate(zip(mentions, gaps, strict=True)):
        yield Step(index, mention, gap, last, gaps[index + 1] if index + 1 < len(gaps) else None)
        last = mention
