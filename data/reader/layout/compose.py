"""Composing the accents of decomposed (NFD) text, with a map back to raw offsets.

Letters that only look like Vietnamese ones become those; hyphens and joiners that nobody sees are left out.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

_UNSEEN = "\u00ad\u200c\u200d\u2060"
_ACCENTED = re.compile(rf"[\u0300-\u036f{_UNSEEN}]")
_APART = re.compile(rf"[^\u0300-\u036f][\u0300-\u036f]+|(?<!\d)[{_UNSEEN}]+(?!\d)")
_LOOK_ALIKE = {"ƣ": "ư", "Ƣ": "Ư", "ð": "đ", "Ð": "Đ", "Ɖ": "Đ"}
"""What old fonts and recognition have for letters of Vietnamese."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with composed letters.

    Attributes:
        text: The composed text.
        places: For every character, and for the end, its offset in the raw text; None when none is moved.
    """

    text: str
    places: array[int] | None

    def at(self, offset: int) -> int:
        """Raw offset of an offset into the composed text."""
        return offset if self.places is None else self.places[offset]

    def all_at(self, offsets: array[int]) -> array[int]:
        """Raw offsets of offsets into the composed text."""
        return offsets if self.places is None else array("I", [self.places[offset] for offset in offsets])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span of a span of the composed text."""
        return self.at(start), self.at(end)


def compose(raw: str) -> Composed:
    """Compose the accents of a text, letter by letter, and put the letters that are meant for those that look like them."""
    raw = _meant(raw)
    if not _ACCENTED.search(raw):
        return Composed(raw, None)
    parts: list[str] = []
    places: array[int] = array("I")
    done = 0
    for match in _APART.finditer(raw):
        parts.append(raw[done : match.start()])
        places.extend(range(done, match.start()))
        done = match.end()
        if match[0][0] not in _UNSEEN:
            letter = _composed(match[0])
            parts.append(letter)
            places.extend([match.start(), *range(done - len(letter) + 1, done)])
    parts.append(raw[done:])
    places.extend(range(done, len(raw) + 1))
    return Composed("".join(parts), places)


def _composed(letter: str) -> str:
    """A letter with the accents that belong to it in one, and those that do not as they are printed behind it."""
    for end in range(len(letter), 1, -1):
        composed = unicodedata.normalize("NFC", letter[:end])
        if len(composed) == 1:
            return composed + letter[end:]
    return letter


def _meant(text: str) -> str:
    """A text with the letters of Vietnamese for those that look like them."""
    for printed, meant in _LOOK_ALIKE.items():
        if printed in text:
            text = text.replace(printed, meant)
    return text
