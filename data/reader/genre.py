"""Telling a report on figures from any other text."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from data.fold import fold
from data.grammar.ocr import tolerant

if TYPE_CHECKING:
    from data.reader.read import Reading

_SAMPLE = 200_000
_LEAST_TERMS, _LEAST_NUMBERS = 3, 3
_LEAST_NAMED, _NAMED_SHARE = 3, 0.25
"""Program code and notes on software have a few figures by chance that look known: less than one in twenty."""
_NUMBER = re.compile(r"(?<![\w/])\d+(?:[.,]\d+)*")
_TERMS = tuple(
    re.compile(tolerant(term))
    for term in (
        r"cùng kỳ(?![a-z])",
        r"\bkế hoạch",
        r"\btỷ đồng",
        r"\btriệu (?:đồng|usd|kwh|lượt)",
        r"\bnghìn (?:tấn|lượt|tỷ|con|ha)",
        r"\btăng (?:trưởng|[\d,.]+\s?%)",
        r"\bgiảm [\d,.]+\s?%",
        r"\bkinh tế",
        r"xã\s?hội",
        r"\bdự toán",
        r"\blũy kế",
        r"\bước (?:đạt|thực)",
        r"\bsản (?:xuất|lượng)",
        r"\bkim ngạch",
        r"\bgrdp\b",
        r"\b[c]p[i]\b",
        r"\bbình quân\b",
        r"\bdân số(?![a-z])",
        r"\blao động\b",
        r"\btỷ lệ(?![a-z])",
        r"\bdiện tích",
        r"\bđạt [\d,.]+",
        r"\bngân sách",
        r"\bdoanh nghiệp",
        r"\bso với (?:cùng|tháng|năm|kỳ|kế)",
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
