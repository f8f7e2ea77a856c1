"""Learning the vocabulary that damaged text is restored with.

    python -m data.reader.restoring.learn FOLDER

FOLDER holds reports as text. Words and pairs of words are counted in the readable ones, in the catalogue and in
``vocabulary/common.txt``; what recognition makes of letters is counted in the damaged ones, by restoring them with what is known
so far, several times over. Counts ship, sentences do not; the same texts give the same files.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from itertools import chain, pairwise, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from data.catalogue import Catalogue
from data.grammar.syllables import canonical_spelling
from data.reader.folder import texts_in
from data.reader.read import read_report
from data.reader.restoring.channel import align
from data.reader.restoring.language_model import STRANGER, LanguageModel
from data.reader.restoring.restore import best_words, letters_of, misread
from data.reader.restoring.wordpieces import word_pieces
from data.reader.vocabulary import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.reader.read import Reading

_ROUNDS = 4
_LEAST_PAIRS = 2
_SURE = 2
_LEAST_CONFUSIONS = 3

Damaged = list[tuple[str, frozenset[int]]]
"""Damaged passages with the places of digits that are letters."""


def count_words(texts: Iterable[str], names: Iterable[str] = ()) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Counts of words and of neighbouring pairs in readable texts; signs count as words.

    Args:
        texts: passages of reports; a pair that stands in them only once is left out.
        names: wording that is sure; all of it counts twice.
    """
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in chain(texts, *repeat(tuple(names), _SURE)):
        found = [piece.sign or canonical_spelling(text[piece.start : piece.end]) for piece in word_pieces(text)]
        words.update(found)
        pairs.update(pairwise(found))
    return words, Counter({pair: count for pair, count in pairs.items() if count >= _LEAST_PAIRS and pair[0] != pair[1]})


def count_confusions(passages: Damaged, words: Counter[str], pairs: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Counts of letter confusions, by restoring damaged passages in rounds, each with the counts of the round before."""
    confusions: Counter[tuple[str, str]] = Counter()
    for _ in range(_ROUNDS):
        model = LanguageModel(words, pairs, confusions)
        confusions = Counter()
        for (printed, word), count in _restored(passages, model).items():
            for letter, piece in zip(word, align(word, printed, model.channel), strict=False):
                confusions[letter, piece] += count
        confusions = Counter({pair: count for pair, count in confusions.items() if count >= _LEAST_CONFUSIONS})
    return confusions


def _restored(passages: Damaged, model: LanguageModel) -> Counter[tuple[str, str]]:
    """Pairs of a printed word and the word it was restored to."""
    found: Counter[tuple[str, str]] = Counter()
    for text, letters in passages:
        pieces = word_pieces(text, letters)
        for piece, word in zip(pieces, best_words(text, pieces, model), strict=True):
            if not piece.sign and word != STRANGER:
                found[text[piece.start : piece.end], word] += 1
    return found


def catalogue_texts(catalogue: Catalogue) -> Iterator[str]:
    """The Vietnamese names, aliases and definitions of a catalogue."""
    for indicator in catalogue.indicators:
        yield from (indicator.name_vi, *indicator.aliases, *indicator.after, indicator.definition_vi or "")
        for item in indicator.items:
            yield from (item.name_vi, *item.aliases, *item.after)


def common_texts() -> Iterator[str]:
    """The phrases of general wording in the file beside the counts."""
    for line in (FOLDER / "common.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split(",")


def passages_of(readings: Iterable[Reading]) -> Damaged:
    """The passages of readings, each with the places of digits that are letters."""
    return [
        (passage.text, letters_of(passage, digits))
        for reading in readings for digits in [misread(reading.tokens)] for passage in reading.document.passages
    ]  # fmt: skip


def learn(folder: Path) -> list[str]:
    """Count again from the reports of a folder and write the vocabulary.

    Returns:
        One line a file: its name and how many rows it has.

    Raises:
        SystemExit: the folder holds no reports.
    """
    catalogue = Catalogue.load()
    readings = [read_report(path.read_text(encoding="utf-8"), catalogue) for path in texts_in(folder)]
    clean = [text for text, _ in passages_of(reading for reading in readings if not reading.document.ocr)]
    words, pairs = count_words(clean, [*catalogue_texts(catalogue), *common_texts()])
    confusions = count_confusions(passages_of(reading for reading in readings if reading.document.ocr), words, pairs)
    return [
        _write("words.csv", ("word", "count"), [(word, count) for word, count in sorted(words.items())]),
        _write("pairs.csv", ("word", "next", "count"), [(*pair, count) for pair, count in sorted(pairs.items())]),
        _write("confusions.csv", ("letter", "printed", "count"), [(*pair, count) for pair, count in sorted(confusions.items())]),
    ]


def _write(name: str, head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
    return f"{name}: {len(rows)} rows"


if __name__ == "__main__":
    print(*learn(Path(sys.argv[1])), sep="\n")
