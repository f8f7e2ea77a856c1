"""Folded report text, which the grammars read, and patterns that tolerate diacritics damaged by OCR.

Optical character recognition with an English model keeps the consonants of Vietnamese text and loses the marks: "tăng" is
printed "ting", "với" "v6i", "triệu" "tridu". A pattern made by `loose` says for every marked letter what it is known to
turn into.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from data.fold import Letters

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONFUSED = {
    "a": "a4d@e&á6", "ă": "aid4&ä", "â": "aid4e&6é", "e": "ec&é6¢¥", "ê": "edgc¢¤&6@89é", "i": "i1ljt!|", "o": "o06dceé¢",
    "ô": "o069dbgée¢8&", "ơ": "o&6deg¢@a09é1", "u": "uilvy", "ư": "uwiryvtlé", "y": "yvi¥", "đ": "d", "Đ": "dpb",
    "l": "l1i|!", "v": "vy", "c": "ce¢o", "g": "gq9", "m": "mn", "q": "q", "k": "k",
}  # fmt: skip
_TONED = {
    "à": "a4&éd", "ạ": "a4&édq", "ã": "a4d@e&á63i", "á": "a4d@e&á6i", "ả": "a4d@e&á6i", "ắ": "aid4&äe", "ớ": "o&6deg¢@a09é1s",
    "ủ": "uilvyat", "ú": "uilvyadt",
}  # fmt: skip
"""Letters whose tone makes them look like something else again: "x3" for "xã", "cha" for "chủ"."""
_ONLY_OF = {"g": "ợệớộạg", "y": "ựụỷýỳỹỵy", "t": "ứừửữủúĩí", "9": "ộệg"}
"""What only some letters of a kind are printed as, for their tones: the dot below "ợ" makes a "g" of it."""
_DOUBLED = frozenset("ăâêôơưuđa")
"""Letters that are sometimes printed as two: "cuing" for "cùng", "chirc" for "chức"."""


_WORDS = {
    "hoạch": r"ho[a4d@e&á6i]ch",
    "tháng": r"th[a4d@e&á6i]{1,2}ng",
    "cùng": r"c[uilvya]{1,2}ng",
    "ước": r"[uwv][o06deg&w]{1,2}[ce¢]{1,2}",
    "nghìn": r"ng[hlb]?[i1lt!|]{1,2}n",
}
"""Words that stand so often that they are damaged in every way."""
_WHOLE = {
    "lũy kế": r"l[a-z]{1,3}y\s*k.{1,2}(?![a-z])", "cộng dồn": r"c[o06deé&]{1,2}ng\s*d[o06deé&]{1,2}n(?![a-z])",
    "so với": r"s[o0]\s*v(?!(?:u|on|ao)(?![a-z]))\W?[a-z\d&@]{1,3}",
}  # fmt: skip
"""Phrases that recognition damages beyond what happens to single letters; "so vu" and "so von" are "số vụ" and "số vốn"."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Text without marks and capitals, with a map back to the source.

    Attributes:
        text: the folded text.
        at: ``text[i]`` comes from ``source[at[i]]``; one entry more than letters, the last is the source's length.
    """

    text: str
    at: Sequence[int]


_FOLDED = {"÷": "-", "€": "¤"}
"""Signs that stand for another; a class with the euro sign, beyond Latin-1, takes ten times as long to compile."""


@cache
def _fold_char(char: str) -> str:
    if char in "–—−‐‑":
        return "-"
    if char.isspace() or char in "\u200b\ufeff":
        return " "
    if char in _FOLDED:
        return _FOLDED[char]
    lowered = char.lower().replace("đ", "d").replace("ð", "d")
    kept = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return kept if len(kept) <= 1 else kept[0]


_FOLDING = Letters(_fold_char)


def fold_with_map(text: str) -> Folded:
    """Fold text letter by letter; combining marks vanish, dashes and blanks become plain ones."""
    folded = text.translate(_FOLDING)
    if len(folded) == len(text):
        return Folded(folded, range(len(text) + 1))
    return Folded(folded, array("I", [*(index for index, char in enumerate(text) if _FOLDING[ord(char)]), len(text)]))


def _base(char: str) -> str:
    """A letter without its tone mark but with its vowel mark: "ớ" gives "ơ"."""
    if char in "đĐ":
        return char
    parts = unicodedata.normalize("NFD", char.lower())
    kept = parts[0] + "".join(c for c in parts[1:] if c in "\u0302\u0306\u031b")
    return unicodedata.normalize("NFC", kept)


@cache
def loose(phrase: str, damaged: bool) -> str:
    """The source of a regular expression for a phrase on folded text.

    Args:
        phrase: Vietnamese words with their marks; a blank stands for any run of blanks, a comma may have blanks around it.
        damaged: allow what recognition makes of the marks; otherwise only the plain folded spelling.
    """
    if damaged and phrase in _WHOLE:
        return _WHOLE[phrase]
    between = "[^a-z%(),;.] *" if damaged else " *"
    members = (between.join(_loose_word(word, damaged) for word in member.split()) for member in phrase.split(","))
    return " *, *".join(members)


def _loose_word(word: str, damaged: bool) -> str:
    if not damaged:
        return "".join(re.escape(_fold_char(char)) for char in word)
    if word in _WORDS:
        return _WORDS[word]
    last = len(word) - 1
    return "".join(_loose_letter(char, ends=place == last) for place, char in enumerate(word))


@cache
def _loose_letter(char: str, ends: bool) -> str:
    base = _base(char)
    marked = base not in "abcdefghijklmnopqrstuvwxyz" or unicodedata.normalize("NFD", char) != char
    if base not in _CONFUSED or not (marked or base in "lcgiy"):
        return re.escape(_fold_char(char))
    printed = set(_TONED.get(char, _CONFUSED[base]))
    letters = "".join(sorted(letter for letter in printed if char.lower() in _ONLY_OF.get(letter, char.lower())))
    doubled = (base in _DOUBLED and marked) or (base == "c" and ends)
    return f"[{letters}]" + ("{1,2}" if doubled else "")


_PIECE = re.compile(
    r"(?P<behind>\(\?<[=!][^()]*\))|(?P<syntax>\\.|\(\?(?:[:=!]|<[=!]|P<\w+>|P=\w+\)|\w+:)|\[(?:\\.|[^\]\\])+\]|\{[\d,]*\})"
    r"|(?P<words>[^\W\d_]+(?: [^\W\d_]+)*)(?P<times>[?*+{])?|(?P<blank> )(?P<lost>[?*])?|."
)
"""The pieces of a pattern: its syntax, words (the last letter of which may be counted), and blanks."""
_FIXED = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|(?P<letter>[^\W\d_])")
"""The pieces of what is asked of the text before, whose width is fixed."""
_WHOLLY = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(_WHOLE)})(?![^\W\d_])")


def tolerant(source: str) -> str:
    """A regular expression on folded text whose words are written in plain Vietnamese, as one that matches damaged words, too.

    Everything but words and blanks stays: ``tolerant(r"(?:riêng )?dịch(?: bệnh)? (?:này )?đã")``.

    Args:
        source: the expression; every word in it, outside classes, stands for all that recognition makes of it, and a blank for
            any run of blanks, `` ?`` for one that may be lost. In what is asked of the text before, ``(?<!của )``, each letter
            and each blank stands for one. What must be printed exactly stands in a class: ``[u]sd``.
    """
    return _PIECE.sub(_tolerant_piece, source)


def _tolerant_piece(piece: re.Match[str]) -> str:
    if piece["behind"]:
        return _FIXED.sub(_one_letter, piece["behind"])
    if piece["blank"]:
        return " *" if piece["lost"] else " +"
    words, times = piece["words"], piece["times"] or ""
    if not words:
        return piece[0]
    counted = _loose_letter(words[-1], ends=True) if times else ""
    return _tolerant_words(words[:-1] if times else words) + (f"(?:{counted}){times}" if times else "")


def _one_letter(piece: re.Match[str]) -> str:
    return _loose_letter(piece["letter"], ends=False).removesuffix("{1,2}") if piece["letter"] else piece[0]


def _tolerant_words(words: str) -> str:
    """Words in a pattern, those that belong together as `_WHOLE` has them."""
    found, at = [], 0
    for whole in _WHOLLY.finditer(words):
        found += [_each_word(words[at : whole.start()]), _WHOLE[whole[0]]]
        at = whole.end()
    return "".join([*found, _each_word(words[at:])])


def _each_word(words: str) -> str:
    return " +".join(map(_no_number, words.split(" ")))


@cache
def _no_number(word: str) -> str:
    """A word of a pattern; where each of its letters may be printed as a digit, not a number of as many: "là" is not 14."""
    pattern = _loose_word(word, damaged=True)
    shapes = [letters for letters, _ in letters_of(pattern)]
    return rf"(?!\d{{{len(word)},}}){pattern}" if word and all(re.search(r"\d", letters) for letters in shapes) else pattern


_LETTER = re.compile(r"(?:\[([^\]]+)\]|\\?(.))(\{1,2\}|\?)?")


def letters_of(source: str) -> list[tuple[str, str]]:
    """The letters in a pattern that `loose` made of one word: what is printed for each, and ``"{1,2}"``, ``"?"`` or nothing."""
    return [((found[1] or found[2]).replace("\\", ""), found[3] or "") for found in _LETTER.finditer(source)]


def any_of(phrases: str, damaged: bool) -> str:
    """The source of a pattern for any of the phrases separated by ``|``, the longest first, and each spelling once."""
    chosen = sorted((phrase.strip() for phrase in phrases.split("|")), key=len, reverse=True)
    return "(?:" + "|".join(dict.fromkeys(loose(phrase, damaged) for phrase in chosen)) + ")"
