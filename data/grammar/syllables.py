"""Vietnamese syllables: which spellings are possible, and where the tone mark goes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSETS = re.findall(r"\w+", "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n r s t v x")
"""The consonants that a syllable begins with, the longest first."""
_RHYMES = frozenset(
    re.findall(
        r"\w+",
        """
    a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê
    êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh
    oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn
    ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt
    uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ưt ưu y yêm yên yêng yêt yêu
""",
    )
)
STOPS = ("c", "ch", "p", "t")
"""What a syllable ends with that has one of two tones."""
_WITH_STOP = frozenset({"", "\u0301", "\u0323"})
_OLD_PLACE = re.compile(rf"^(?P<before>(?:(?!qu)[^aeiouy])*)(?P<first>[ou])(?P<second>[aey])(?P<tone>[{_TONES}])$")
"""The tone on the second letter of an open "oa", "oe", "uy": "hoá", "uỷ"."""


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether Vietnamese orthography allows a word with its marks: "nghiệp", "ma"; not "hién", "usd", "golf"."""
    letters, tone = _without_tone(word)
    onset = next((one for one in _ONSETS if letters.startswith(one)), "")
    rhymes = {letters.removeprefix(onset), letters} | ({letters[1:]} if onset == "gi" else set())
    return any(rhyme in _RHYMES and (not rhyme.endswith(STOPS) or tone in _WITH_STOP) for rhyme in rhymes)


@lru_cache(maxsize=50_000)
def canonical_spelling(word: str) -> str:
    """A lower-case word in composed letters with the tone where official texts have it: "hoá" gives "hóa", "uỷ" "ủy"."""
    split = unicodedata.normalize("NFD", word.lower())
    if found := _OLD_PLACE.match(split):
        split = f"{found['before']}{found['first']}{found['tone']}{found['second']}"
    return unicodedata.normalize("NFC", split)


def toneless(word: str) -> str:
    """A letter or word without its tone but with the marks that make it another vowel: "ế" gives "ê"."""
    return _without_tone(word)[0]


def _without_tone(word: str) -> tuple[str, str]:
    split = unicodedata.normalize("NFD", word.lower())
    tone = "".join(char for char in split if char in _TONES)
    return unicodedata.normalize("NFC", "".join(char for char in split if char not in _TONES)), tone
