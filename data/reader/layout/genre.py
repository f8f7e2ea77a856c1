"""Telling a report on figures from any other text."""

import re

from data.fold import fold
from data.reader.layout.document import Document

_SAMPLE = 200_000
_LEAST_TERMS, _LEAST_NUMBERS = 3, 3
_NUMBER = re.compile(r"(?<![\w/])\d+(?:[.,]\d+)*")
_TERMS = tuple(
    re.compile(pattern)
    for pattern in (
        r"c[a-z]{1,3}g k[yi]\b",
        r"\bk[a-z] ho[a-z]ch",
        r"\bt[yi] d[a-z0-9]{1,3}ng",
        r"\btri[a-z]u (?:d[a-z0-9]{1,3}ng|usd|kwh|lu[a-z]t)",
        r"\bnghin (?:t[a-z]n|lu[a-z]t|ty|con|ha)",
        r"\bt[a-z]ng (?:truong|[\d,.]+ ?%)",
        r"\bgi[a-z]m [\d,.]+ ?%",
        r"\bkinh t[a-z]",
        r"x[a-z&]\s?h[a-z]i",
        r"\bd[a-z] to[a-z]n",
        r"\b[ul]i?[yi] k[a-z]",
        r"\bu[a-z]c (?:d[a-z]t|th[a-z]c)",
        r"\bs[a-z]n (?:xu[a-z]t|l[a-z]+ng)",
        r"\bkim ng[a-z]ch",
        r"\bgrdp\b",
        r"\bcpi\b",
        r"\bb[a-z]nh qu[a-z]n\b",
        r"\bd[a-z]n s[a-z0-9]\b",
        r"\blao d[a-z0-9]{1,3}ng\b",
        r"\bt[yi] l[a-z0-9]\b",
        r"\bdi[a-z]n t[a-z]ch",
        r"\bd[a-z]t [\d,.]+",
        r"\bngan sach",
        r"\bdoanh nghi[a-z]p",
        r"\bs[a-z] v[a-z]i (?:c[a-z]{1,3}g|th[a-z]ng|n[a-z]m|k[a-z])",
    )
)


_HEADED = re.compile(r"^\W*b[a-z]o c[a-z]o\b", re.MULTILINE)
_HEAD, _HEADED_COUNTS = 3_000, 2
"""A text headed "BÁO CÁO" may be on one field alone (complaints, traffic), so fewer of the terms are asked of it."""


def looks_like_report(document: Document) -> bool:
    """True when a text speaks of figures as socio-economic reports do: numbers, and the terms that go with them."""
    sample = document.raw[:_SAMPLE]
    if sum(1 for _ in zip(_NUMBER.finditer(sample), range(_LEAST_NUMBERS), strict=False)) < _LEAST_NUMBERS:
        return False
    folded = " ".join(fold(sample).split())
    found = _HEADED_COUNTS if _HEADED.search(fold(sample[:_HEAD])) else 0
    for term in _TERMS:
        found += term.search(folded) is not None
        if found >= _LEAST_TERMS:
            return True
    return False
