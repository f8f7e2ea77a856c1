"""Numbers of damaged text that are words: recognition reads "là" as "1", "lộ trình" as "1 trình", "ô nhiễm" as "6 nhiễm"."""

from __future__ import annotations

import re

from data.reader.vocabulary import EDGE, NUMBER, folded_vocabulary

MISREAD = (
    r"1[0-9](?=\s*hội\b(?!\s*(?:nghị|thảo|thi|chợ|viên|đồng)))",  # lễ hội
    r"6(?=\s*dịch\b(?!\s*vụ))",  # ổ dịch
    r"(?<!/)1[0-9](?=\s+\d)",  # là, làm
    r"1[0-9](?=m\s*sóng)",  # lõm sóng
    r"1(?=\s*hạ tầng\b)",  # là hạ tầng
    r"(?<=[a-z] )1[0-9]?(?=\s+(?:các|những)\s)",  # là
    r"(?<=\$)6(?!\d)",  # số
    r"6(?=\s+uy tín\b)",  # có
    r"1[0-9]?(?=m\s+(?:nghiệp|sản|sinh)\b)",  # lâm
    r"(?<=đặc biệt )1(?=\s+(?:dự|công)\s)",  # là
    r"(?<=[a-z] \|)1(?![\d.,]|\s?\|)",  # II
    r"(?:(?<=\btỷ)|(?<=\btỷ ))1[0-9]?(?![\d.,])(?!\s*%)",  # tỷ lệ
    r"(?<=thuốc )14(?= đạt\b)",  # thuốc lá
    r"(?<![a-z])[60](?=\s*tô\b(?!\s*(?:công|hợp|chức|tự|dân (?:phố|cư|vận)|liên)))",  # ô tô
)
"""Numbers that recognition makes of words, or of their beginnings."""

_LOOKS_LIKE = {
    "0": ("o",), "1": ("la", "lo"), "4": ("a",), "6": ("o", "co", "ro", "so"), "10": ("lo", "to"), "11": ("la",), "12": ("la",),
    "13": ("la",), "14": ("la", "lam"), "15": ("la",), "16": ("lo", "le", "te", "la"), "17": ("la",), "19": ("la",),
    "43": ("da",), "44": ("da",), "46": ("do",), "49": ("do",), "60": ("co",), "64": ("ca",),
}  # fmt: skip
"""What words, folded, are printed as."""
SHORT = rf"(?<![\w.,/|-])(?P<n>{'|'.join(sorted(_LOOKS_LIKE, reverse=True))})(?![\w/%-]|[.,]\d|\s*[-%/])"
"""A number that may be a word."""
_BEFORE, _BEHIND = re.compile(r"([^\W_]+|[.;:()!?])\s*$"), re.compile(r"\s*([^\W_]+|[.;:()!?]|$)")
_NEAR = 16
"""Letters beside a number in which its neighbours stand."""
_BETTER = 2.0
"""By how much better than a number a word has to go with its neighbours, in logarithms."""


def is_misread_word(text: str, start: int, end: int) -> bool:
    """Whether a word goes far better with what stands beside a short number of a folded text than a number does."""
    before, behind = _BEFORE.search(text, max(0, start - _NEAR), start), _BEHIND.match(text, end)
    first, last = (_sign(found[1]) if found is not None else "" for found in (before, behind))
    pairs = folded_vocabulary().pairs

    def going(word: str) -> float:
        return pairs.get((first, word), 0.0) + pairs.get((word, last), 0.0)

    return max(map(going, _LOOKS_LIKE[text[start:end]])) >= going(NUMBER) + _BETTER


def _sign(printed: str) -> str:
    """A neighbour as it stands in the pairs of the vocabulary."""
    if not printed.isalnum():
        return EDGE
    return NUMBER if printed.isdigit() else printed
