"""Readable Vietnamese out of damaged text, for display and search only: the printed text stays the source.

Every word is replaced by the likeliest word that recognition may have damaged so, the sentence taken as a whole (a noisy channel
over pairs of words). Numbers and what is glued to them, punctuation and the bounds of words stay exactly as printed; a word
that nothing explains stays too.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.grammar.syllables import canonical_spelling
from data.reader.layout.damage import doubly_marked_share
from data.reader.restoring.language_model import STRANGER, LanguageModel, language_model
from data.reader.restoring.wordpieces import word_pieces
from data.reader.vocabulary import EDGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from data.reader.layout.passages import Passage
    from data.reader.meaning.tokens import Token
    from data.reader.restoring.wordpieces import Piece

_READABLE = 0.08
"""The share of Vietnamese letters from which on a text counts as readable and is left alone; damaged text has almost none."""
_VIETNAMESE = re.compile(r"[\u1ea0-\u1ef9đĐưƯ\u0300-\u036f]")
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with its words restored, and where they come from.

    Attributes:
        text: as many words as the source, numbers and punctuation as printed.
        offsets: ``text[i]`` stands for ``source[offsets[i]]``; never falling, and exact for all that was not replaced.
    """

    text: str
    offsets: Sequence[int]


def restore(text: str, letters: AbstractSet[int] = frozenset(), model: LanguageModel | None = None) -> Restored:
    """Restore the words of a damaged text.

    Text that is readable already is returned as it is, so that restoring again changes nothing.

    Args:
        text: a passage.
        letters: places of digits that are known to be misread letters ("d6i"); all other digits are numbers and are never
            touched.
        model: the language; the one that ships if None.
    """
    model = model or language_model()
    result = Restored(text, range(len(text)))
    for _ in range(_ROUNDS):
        if _is_readable(result.text):
            break
        again = _once(result.text, letters, model)
        if again.text == result.text:
            break
        letters = frozenset(at for at, place in enumerate(again.offsets) if place in letters)
        result = Restored(again.text, [result.offsets[at] for at in again.offsets])
    return result


def misread(tokens: Iterable[Token]) -> frozenset[int]:
    """Raw offsets of the digits that were taken for misread letters."""
    return frozenset(place for token in tokens if token.kind == "damage" for place in range(token.start, token.end))


def restore_passage(passage: Passage, digits: AbstractSet[int]) -> Restored:
    """Restore a passage of a damaged document.

    Args:
        passage: with its offsets into the raw text.
        digits: what `misread` gives for the document.
    """
    return restore(passage.text, letters_of(passage, digits))


def letters_of(passage: Passage, digits: AbstractSet[int]) -> frozenset[int]:
    """The places in a passage's text of the digits that are misread letters."""
    return frozenset(at for at, place in enumerate(passage.offsets) if place in digits)


def best_words(text: str, pieces: Sequence[Piece], model: LanguageModel) -> list[str]:
    """The most likely sequence of words, signs and `STRANGER` for the pieces of a text (Viterbi over pairs)."""
    before = [(0.0, model.sign(EDGE))]
    came: list[dict[str, str]] = []
    for piece in pieces:
        choices = (model.sign(piece.sign),) if piece.sign else model.choices(text[piece.start : piece.end])
        here = []
        back: dict[str, str] = {}
        for choice in choices:
            word, fit, alone, _, _ = choice
            best = -math.inf
            for score, (first, _, _, followers, rest) in before:
                reached = score + (followers[word] if word in followers else rest + alone)
                if reached > best:
                    best, back[word] = reached, first
            here.append((best + fit, choice))
        came.append(back)
        before = here
    word = max(before, key=lambda state: state[0])[1].word
    path = []
    for back in reversed(came):
        path.append(word)
        word = back[word]
    return path[::-1]


def _is_readable(text: str) -> bool:
    return _VIETNAMESE.search(text) is not None and doubly_marked_share(text) >= _READABLE


def _once(text: str, letters: AbstractSet[int], model: LanguageModel) -> Restored:
    pieces = word_pieces(text, letters)
    parts: list[str] = []
    offsets: list[int] = []
    done = 0
    for piece, word in zip(pieces, best_words(text, pieces, model), strict=True):
        printed = text[piece.start : piece.end]
        chosen = printed if piece.sign or word == STRANGER else _cased(word, printed)
        if chosen != printed:
            parts += [text[done : piece.start], chosen]
            offsets += range(done, piece.start)
            offsets += (piece.start + min(at, len(printed) - 1) for at in range(len(chosen)))
            done = piece.end
    return Restored("".join([*parts, text[done:]]), [*offsets, *range(done, len(text))])


def _cased(word: str, printed: str) -> str:
    """A restored word with the capitals of the printed one; a word that is the same keeps its printed spelling."""
    if canonical_spelling(printed) == word:
        return printed
    cased = [char for char in printed if char.isalpha()]
    if len(cased) > 1 and all(char.isupper() for char in cased):
        return word.upper()
    return word[0].upper() + word[1:] if printed[0].isupper() else word
