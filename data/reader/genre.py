"""Telling a report on figures from any other text."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from data.fold import fold

if TYPE_CHECKING:
    from data.reader.read import Reading

_SAMPLE = 200_000
_LEAST_TERMS, _LEAST_NUMBERS = 3, 3
_LEAST_NAMED, _NAMED_SHARE = 3, 0.25
"""Program code and notes on software have a few figures by chance that look known: less than one in twenty."""
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


def is_report(reading: Reading) -> bool:
    """True if the catalogue knows many of the figures, or the text uses the vocabulary of such reports."""
    named = sum(figure.indicator is not None for figure in reading.figures)
    return named >= max(_LEAST_NAMED, _NAMED_SHARE * len(reading.figures)) or speaks_of_figures(reading.document.raw)


def speaks_of_figures(text: str) -> bool:
    """True when a text has the numbers and terms of socio-economic reports."""
    sample = text[:_SAMPLE]
    if len(list(islice(_NUMBER.finditer(sample), _LEAST_NUMBERS))) < _LEAST_NUMBERS:
        return False
    folded = " ".join(fold(sample).split())
    found = (True for term in _TERMS if term.search(folded))
    return sum(islice(found, _LEAST_TERMS)) == _LEAST_TERMS
