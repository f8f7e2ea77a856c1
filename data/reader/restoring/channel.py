"""The noise model of OCR: how Vietnamese letters are misread, and which vocabulary words a printed word may stand for.

A noisy channel: every letter of the true word gives nothing, one or two printed characters, at a cost, the negative logarithm of
how often it does so. Costs come from counted confusions, smoothed by what is known of each letter without counting.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from data.fold import fold
from data.grammar.syllables import toneless

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_KNOWN = {
    "ă": "iéd", "â": "éiu4&", "á": "4é&", "à": "é", "ã": "3&4éid", "ả": "dé",
    "ê": "é€¢", "ô": "6ob0éd9", "ơ": "o&¢@0e", "ò": "o0", "ó": "6é",
    "ư": "uwiry", "ủ": "ia", "ú": "ii", "ụ": "uy", "ù": "uii", "ỳ": "y",
    "đ": "dPB", "l": "1I|", "i": "l1j", "g": "9q", "c": "¢e", "v": "VyY",
}  # fmt: skip
_LONG = {
    "ư": ("ir", "tr", "ur"), "ứ": ("tr", "ir"), "ữ": ("ii", "it", "tr"),
    "ũ": ("ii",), "ú": ("ii",), "ủ": ("ii",), "ô": ("é6",),
}  # fmt: skip
_PLAIN, _MARKED, _KEPT, _SLIP = 0.97, 0.6, 0.15, 0.02
_CAPITAL = 0.5
"""What it costs that capitals are printed as small letters are; they are too rare to be counted."""
_PRIOR, _BACKOFF = 4.0, 12.0
_LEAST = 2e-4
STRANGE = 7.5
"""Cost of one edit that no confusion explains."""
_BOUND, _BOUND_LETTER = 9.0, 1.2
_BEHIND = 8.0
"""How much worse than the best word another may be."""
_LONG_WORD, _LONGEST = 5, 10
"""Length from which words may have two unknown edits, and the length beyond which a token is no syllable."""
_FEW = 6

Confusions = dict[tuple[str, str], int]
"""(true letter, printed characters): how often."""


class Channel:
    """The costs of reading a letter as some printed characters, as negative logarithms."""

    def __init__(self, confusions: Mapping[tuple[str, str], int]) -> None:
        """Estimate the costs from counted confusions, starting from the prior."""
        self._own: dict[str, dict[str, int]] = defaultdict(dict)
        self._shared: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for (letter, printed), count in confusions.items():
            self._own[letter][printed] = count
            self._shared[toneless(letter)][printed] += count
        self._costs: dict[str, dict[str, float]] = {}
        self.by_print: dict[str, dict[str, float]] = defaultdict(dict)

    def learn_letters(self, letters: Iterable[str]) -> None:
        """Precompute the costs of the letters that a vocabulary uses."""
        for letter in sorted(set(letters) - self._costs.keys()):
            self._costs[letter] = self._estimate(letter)
            for printed, cost in self._costs[letter].items():
                self.by_print[printed][letter] = cost

    def cost(self, letter: str, printed: str) -> float:
        """The cost of a letter being printed as given; `STRANGE` for a confusion that is not known."""
        return self._costs[letter].get(printed, STRANGE)

    def _estimate(self, letter: str) -> dict[str, float]:
        own, shared, prior = self._own.get(letter, {}), self._shared.get(toneless(letter), {}), _prior(letter)
        held, all_shared = sum(own.values()), sum(shared.values())
        costs = {}
        for printed in sorted({*own, *shared, *prior}):
            general = (shared.get(printed, 0) + _PRIOR * prior.get(printed, 0.0)) / (all_shared + _PRIOR)
            share = (own.get(printed, 0) + _BACKOFF * general) / (held + _BACKOFF)
            if share >= _LEAST:
                costs[printed] = -math.log(share)
        capitals = {printed.upper(): cost + _CAPITAL for printed, cost in costs.items() if len(printed.upper()) == len(printed)}
        return {printed: min(cost, costs.get(printed, cost)) for printed, cost in (costs | capitals).items()}


@cache
def _prior(letter: str) -> dict[str, float]:
    """The prior of what a letter is printed as; shares, which need not add up to one."""
    plain, known = fold(letter), _KNOWN.get(letter, "") + _KNOWN.get(toneless(letter), "")
    shares = dict.fromkeys({*known, *_LONG.get(letter, ()), *_LONG.get(toneless(letter), ())}, _SLIP)
    if plain == letter:
        return shares | {letter: _PLAIN, letter.upper(): _PLAIN}
    accented = {toneless(letter), letter, {"a": "á", "e": "é", "o": "ó", "u": "ú", "i": "í"}.get(plain, plain)}
    shares |= {form: _KEPT for mark in accented for form in (mark, mark.upper())}
    return shares | {plain: _MARKED, plain.upper(): _MARKED}


class Speller:
    """Finds the vocabulary words that a printed word may stand for."""

    def __init__(self, words: Sequence[str], channel: Channel) -> None:
        """Build a trie of the words."""
        self._channel = channel
        self._tree: dict[str, Any] = {}
        for word in words:
            node = self._tree
            for letter in word:
                node = node.setdefault(letter, {})
            node[""] = word
        channel.learn_letters("".join(words))

    def candidates(self, printed: str) -> dict[str, float]:
        """Candidate words with their costs: those that known confusions explain, or else one unknown edit.

        A long word may have two strange edits if its first letter is explained.
        """
        if len(printed) > _LONGEST:
            return {}
        for strange in range(3 if len(printed) > _LONG_WORD else 2 if len(printed) > 1 else 1):
            if found := self._search(printed, strange):
                return found
        return {}

    def _search(self, printed: str, strange: int) -> dict[str, float]:
        size = len(printed)
        ways = [self._ways(printed, at) for at in range(size + 1)]
        bound = _BOUND + _BOUND_LETTER * size + STRANGE * strange
        found: dict[str, float] = {}
        stack: list[tuple[dict[str, Any], int, float, int]] = [(self._tree, 0, 0.0, strange)]
        while stack:
            node, at, cost, left = stack.pop()
            if cost >= bound:
                continue
            if at == size and "" in node:
                word = node[""]
                if cost < found.get(word, bound):
                    found[word] = cost
                    bound = min(bound, cost + _BEHIND)
            for to, costs in ways[at]:
                for letter in costs.keys() & node.keys() if len(node) > _FEW else node:
                    if letter in costs and (reached := cost + costs[letter]) < bound:
                        stack.append((node[letter], to, reached, left))  # noqa: PERF401 (twice as fast as a list)
            if left and (at or strange == 1):
                self._stray(stack, node, at, cost + STRANGE, left - 1, size)
        return {word: cost for word, cost in found.items() if cost <= bound}

    def _ways(self, printed: str, at: int) -> list[tuple[int, dict[str, float]]]:
        """From a place in the print: the ends that one letter may reach, with the letters and their costs."""
        by_print = self._channel.by_print
        ends = range(at, min(at + 2, len(printed)) + 1)
        return [(end, by_print[printed[at:end]]) for end in ends if printed[at:end] in by_print]

    @staticmethod
    def _stray(
        stack: list[tuple[dict[str, Any], int, float, int]], node: dict[str, Any], at: int, cost: float, left: int, size: int
    ) -> None:
        """One edit that no known confusion explains: an insertion, a deletion or a substitution."""
        if at < size:
            stack.append((node, at + 1, cost, left))
        for letter, child in node.items():
            if letter:
                stack.append((child, at, cost, left))
                if at < size:
                    stack.append((child, at + 1, cost, left))


def align(word: str, printed: str, channel: Channel) -> list[str]:
    """The printed characters that each letter of a word became, by the cheapest alignment."""
    size = len(printed)
    rows: list[list[tuple[float, int]]] = [[(0.0, 0)] + [(math.inf, 0)] * size]
    for letter in word:
        before = rows[-1]
        rows.append([
            min((before[end - length][0] + channel.cost(letter, printed[end - length : end]) * max(1, length), length)
                for length in (0, 1, 2) if length <= end)
            for end in range(size + 1)
        ])  # fmt: skip
    pieces, end = [], size
    for row in reversed(rows[1:]):
        length = row[end][1]
        pieces.append(printed[end - length : end])
        end -= length
    return pieces[::-1] if not end else []
