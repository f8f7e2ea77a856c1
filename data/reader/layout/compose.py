"""Composing the accents of decomposed (NFD) text, with a map back to raw offsets."""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

_APART = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with composed letters.

    Attributes:
        text: The composed text.
        places: For every character, and for the end, its offset in the raw text; None when the two are the same.
    """

    text: str
    places: array[int] | None

    def at(self, offset: int) -> int:
        """Raw offset of an offset into the composed text."""
        return offset if self.places is None else self.places[offset]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span of a span of the composed text."""
        return self.at(start), self.at(end)


def compose(raw: str) -> Composed:
    """Compose the accents of a text, letter by letter; nothing else is changed."""
    if not _APART.search(raw):
        return Composed(raw, None)
    parts: list[str] = []
    places: array[int] = array("I")
    done = 0
    for match in _APART.finditer(raw):
        letter = unicodedata.normalize("NFC", match[0])
        parts += [raw[done : match.start()], letter]
        places.extend(range(done, match.start()))
        places.extend([match.start(), *range(match.end() - len(letter) + 1, match.end())])
        done = match.end()
    parts.append(raw[done:])
    places.extend(range(done, len(raw) + 1))
    return Composed("".join(parts), places)
