"""Mending misprinted words of damaged text: "thnng 8" is "thang 8", "so vqi cung ky" is "so voi cung ky".

Recognition takes some letters for any others. A word that is none, and that no known confusion of letters explains, is the word
of the vocabulary that differs from it in one letter and goes with the words beside it. Every letter keeps its place.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cache
from operator import ne
from typing import TYPE_CHECKING, NamedTuple

from data.fold import fold
from data.grammar.ocr import fold_with_map
from data.memo import Memo
from data.reader.vocabulary import NUMBER, folded_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reader.matching.lexicon import Lexicon

_TOKEN = re.compile(r"(?<![^\W_])(?<![&¢€@¥])[^\W\d_]+(?![^\W_]|[&¢€@¥])|(?<![^\W\d_])\d[\d.,]*|[^\s\-–/]+?")
_SHORTEST, _LONGEST = 2, 7
"""Letters of the words that are mended; no syllable has more."""
_GOES, _SURE = 1.0, 2.5
"""By how much more often than by chance a word has to stand beside its neighbours, in logarithms, and a word of
two letters."""
_ALONE = 5
"""Letters of a word that is mended though it was seen beside neither of its neighbours."""
_OTHER = "?"
_AT_ONCE = 200_000
"""Letters of a text that are looked at together."""
_LIKE, _EXPLAINED = 0.5, 0.7
"""The likeness from which on a word may be one of the catalogue, and that from which on known confusions explain it."""

_BEFORE_PER_CENT = re.compile(r"[,(]\s*([^\W\d_]{3,5})\s+(\d[\d.,]*)\s?%\s*([^\W\d_]{0,4})")
"""A word alone between a comma and a percentage, with the number and the letters of what stands behind."""
_RISES, _EQUALS = fold("tăng"), fold("bằng")
_COMPARES = frozenset({_RISES, _EQUALS, *map(fold, ("đạt", "giảm", "chiếm", "vượt"))})
"""The words that stand there, because they say how the number is meant."""
_COMPARED = frozenset(map(fold, ("so", "kế", "KH", "cùng", "CK", "dự", "KHN")))
"""What stands behind where nothing else than one of them can stand before."""
_MOST_RISES = 60
"""Per cent up to which a change is a rise rather than a level: "tăng" or "bằng"."""

_YEAR = re.compile(r"[12](?<![^\W_].)[09Oo](?:\d[OoIlSB]|[OoIlSB]\d|(?<=[Oo])\d\d)(?![^\W_])")
"""A year with a digit or two printed as letters: "202I", "2O26"."""
_DIGITS = str.maketrans("OoIlSB", "001158")


@cache
def _words_by_all_letters_but_one() -> dict[str, list[str]]:
    """The words of the vocabulary that may be mended to, by all of their letters but one."""
    words: dict[str, list[str]] = defaultdict(list)
    for word in folded_vocabulary().weights:
        if _SHORTEST <= len(word) <= _LONGEST and word.isalpha():
            for hidden in _but_one(word):
                words[hidden].append(word)
    return words


def _but_one(word: str) -> Iterator[str]:
    """A word with each of its letters hidden in turn."""
    return (f"{word[:at]}{_OTHER}{word[at + 1 :]}" for at in range(len(word)))


class Misprints:
    """Mends misprinted words with the vocabulary of reports; what may be a word of the catalogue is left to the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known = Memo(self._look_up)

    def mended(self, text: str) -> list[tuple[int, str]]:
        """The places of a text where words are misprinted, each with what belongs there, as long as what is printed."""
        return [found for start, end in _parts(text) for found in self._mended(text, start, end)]

    def _mended(self, text: str, start: int, end: int) -> list[tuple[int, str]]:
        """The same for a part of a text."""
        tokens = list(_TOKEN.finditer(text, start, end))
        printed = [token[0] for token in tokens]
        strange = {word: meant for word in set(printed) if (meant := self._known[word]) is not None}
        found: list[tuple[int, str]] = []
        before: tuple[int, str] = (-1, "")
        for at in [at for at, word in enumerate(printed) if word in strange]:
            first = before[1] if before[0] == at - 1 else _plain(printed[at - 1]) if at else ""
            chosen = strange[printed[at]].likeliest(first, _plain(printed[at + 1]) if at + 1 < len(printed) else "")
            if chosen is not None:
                found.append((tokens[at].start(), _cased(chosen, printed[at])))
                before = at, chosen
        years = ((year.start(), year[0].translate(_DIGITS)) for year in _YEAR.finditer(text, start, end))
        return sorted({**dict(found), **dict(self._compared(text, start, end)), **dict(years)}.items())

    def _compared(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The misprinted words that say how a percentage is meant, though they may be other words: "5 ha, hạt 9% kế hoạch"."""
        for found in _BEFORE_PER_CENT.finditer(text, start, end):
            word, (number, behind) = fold_with_map(found[1]).text, (found[2], fold_with_map(found[3]).text)
            if (
                word in _COMPARES
                or len(word) != len(found[1])
                or (word in folded_vocabulary().weights and behind not in _COMPARED)
            ):
                continue
            meant = [likely for likely in _COMPARES if _differs_in_one(likely, word)]
            if len(meant) == 2 and behind in _COMPARED:
                rises = behind == "so" and int(number.split(".")[0].split(",")[0]) < _MOST_RISES
                meant = [_RISES] if rises else [_EQUALS] if behind == fold("cùng") else []
            if len(meant) == 1:
                yield found.start(1), _cased(meant[0], found[1])

    def _look_up(self, printed: str) -> _Meant | None:
        """What a token may be if it is misprinted."""
        if not _SHORTEST <= len(printed) <= _LONGEST or not printed.isalpha():
            return None
        word = fold_with_map(printed).text
        if len(word) != len(printed) or word in folded_vocabulary().weights:
            return None
        likeness = self._likeness(printed)
        words = [meant for hidden in _but_one(word) for meant in _words_by_all_letters_but_one().get(hidden, ())]
        if not words or likeness >= _EXPLAINED:
            return None
        if len(word) == _SHORTEST:
            return _Meant(words, _SURE)
        return _Meant(words, -math.inf if likeness < _LIKE and len(word) >= _ALONE else _GOES)

    def _likeness(self, printed: str) -> float:
        """How like a word of the catalogue is what is printed."""
        words = self._lexicon.read(printed, damaged=True)
        return max(words[0].values(), default=0.0) if len(words) == 1 else 1.0


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The spans of parts of a text, so that not all tokens are held at once; they end with a line, or a word of a long one."""
    start = 0
    while start < len(text):
        limit = start + _AT_ONCE
        end = text.rfind("\n", start, limit) + 1 or text.rfind(" ", start, limit) + 1 if limit < len(text) else len(text)
        yield start, end or min(limit, len(text))
        start = end or limit


class _Meant(NamedTuple):
    """What a misprinted word may be: words, and what the neighbours of the right one have to count at least."""

    words: list[str]
    least: float

    def likeliest(self, before: str, behind: str) -> str | None:
        """The word that goes best with its neighbours; None if nothing tells which it is."""
        weights, pairs = folded_vocabulary()
        best, chosen = -math.inf, None
        for word in self.words:
            beside = pairs.get((before, word), 0.0) + pairs.get((word, behind), 0.0)
            if beside >= self.least and beside + weights[word] > best:
                best, chosen = beside + weights[word], word
        return chosen


def _differs_in_one(word: str, printed: str) -> bool:
    """Whether what is printed is a word but for one letter."""
    return len(word) == len(printed) and sum(map(ne, word, printed)) == 1


def _plain(printed: str) -> str:
    """A token as it stands in the pairs of the vocabulary."""
    return NUMBER if printed[0].isdigit() else fold_with_map(printed).text


def _cased(word: str, printed: str) -> str:
    """A word with the capitals of what is printed."""
    return "".join([letter.upper() if char.isupper() else letter for letter, char in zip(word, printed, strict=True)])
