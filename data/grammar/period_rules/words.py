"""The words of which phrases that name periods are made, as patterns on folded text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.grammar.numerals import COUNTS, MONTHS, PLAIN_COUNTS, PLAIN_MONTHS
from data.grammar.ocr import any_of, loose, tolerant

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])\s*[/-]\s*(?:0?[1-9]|1[0-2])(?!\d)(?:\s*[/-]\s*(?:19|20)\d\d)?"
    r"|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d)"
)
"""A day; one with dots has its year."""
YEAR, _BEHIND_YEAR = r"((?:19|20)\d\d)", tolerant("(?<=năm)")
_LUNAR = ("mùng", "mồng")
NOT_LUNAR = "".join(tolerant(f"(?<!{word} )") for word in _LUNAR)
NOT_OF_LUNAR = "".join(tolerant(rf"(?<!{word} {day} )") for word in _LUNAR for day in (r"\d", r"\d\d"))
"""What may not stand before months: "mùng 7 tháng Giêng" is a day of the lunar year."""
QUARTER = r"(iv|1v|i{1,3}|[il1|!]{1,3}|[2-4])"
ONE_MONTH = r"(0?[1-9]|1[0-2])(?!\d)"
CASES = tolerant(r"\d\d? (?:vụ|ca)(?: (?:tai nạn|việc|cháy|mắc)[a-z ]*)?\s*(?:[,;.(]|làm )")
"""What is counted behind "trong tháng", which is no month then: "tai nạn giao thông trong tháng 9 vụ, làm chết 2 người"."""
NOT_BROUGHT, NOT_OF_MONTH, NOT_HALF, NOT_GIVEN, NOT_STRIVEN = (
    tolerant(f"(?<!{word} )") for word in ("đưa", "tháng", "nửa", "giao", "phấn")
)
"""What may not stand before "đến", "cuối năm", "đầu năm".

"Đưa đến", "3 tháng cuối năm", "nửa cuối năm", "vốn giao đầu năm", and "phấn đấu năm", which without its mark is the same.
"""


class Words:
    """The patterns of the words of which phrases are made."""

    def __init__(self, damaged: bool) -> None:
        self._damaged = damaged
        self.ngay, self.thang, self.nam, self.quy = (loose(word, damaged) for word in ("ngày", "tháng", "năm", "quý"))
        self.den = NOT_BROUGHT + self("đến|Đến|tới|tính đến|ước đến")
        self.guess = f"(?:{self('ước')})?" if damaged else ""  # "ước" has lost the blank behind it
        self.tu, self.het = self("từ|kể từ"), self("hết|cuối")
        minutes = rf"(?:\s*\d\d(?:\s*{self('phút')})?)?"
        self.hour = rf"(?:\d\d?\s?(?:h(?:\d\d)?['’′]?|{self('giờ')}(?![a-z]){minutes})\s*)?"
        self.day = rf"(?:{self.ngay}\s*)?({DAY})"
        past = rf"\s*{self.nam}\s*{self('trước|ngoái')}(?![a-z])"
        self.of_year = rf"(?:\s*(?:/|{self.nam}\s*|-)\s*{YEAR}|\.{YEAR}|{_BEHIND_YEAR}\s+{YEAR}(?!\d)|{past})?"
        self.in_year = rf"(?:\s*(?:/|{self.nam}\s*|-)\s*{YEAR})?"
        self.head = rf"(?:{self('đầu')}\s*{self.nam})?"
        self.counted = self._one_of("counted", COUNTS)
        self.some = f"(?P<some>{'|'.join(f'({loose(name, damaged=False)})' for name in PLAIN_COUNTS)})"
        self.spelt = self._one_of("spelt", MONTHS)
        self.plain = self._one_of("plain", PLAIN_MONTHS)

    def __call__(self, phrases: str) -> str:
        """Any of the phrases separated by ``|``."""
        return any_of(phrases, self._damaged)

    def _one_of(self, group: str, names: Iterable[str]) -> str:
        """A named group, with a group in it for each name."""
        return f"(?P<{group}>{'|'.join(f'({loose(name, self._damaged)})' for name in names)})"
