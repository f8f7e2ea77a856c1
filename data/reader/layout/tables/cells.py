"""What a cell of a table holds: a value, a number of a row, a unit, words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, fold_with_map, loose, tolerant
from data.grammar.unit_reader import unit_reader
from data.reader.layout.tables.grid import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

_GROUPED = r"\d{1,3}(?: \d{3})+(?:,\d+)?"
_NUMBER = rf"[-+−–]?\s?(?:{_GROUPED}|\d[\d.,]*)\s?%?"
_VALUE = re.compile(rf"{_NUMBER}|\({_NUMBER}\)")
_SHORTEST = 3
"""Letters of a word that can be recognised from its remains."""
_LONGEST = 40
"""Letters of a cell that is a number."""
_NUMBER_OF_ROW = re.compile(r"[0-9]{1,3}")
_NOTHING = re.compile(r"[-–—…xX*]{1,3}|\([-–]\)|\.{1,3}")
_ORDINAL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[A-Ha-hđ])[.)]?|[-+•*–]")
_LABELLED = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[A-Ha-hđ])[.)]+\s*(?=\S)|[-+•*–]\s+(?=\S)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DITTO = re.compile(r"[\"”“']+|[-–]?\s?nt\s?[-–]?|//|[-–]\s?\"\s?[-–]", re.IGNORECASE)
_THOUSANDS = re.compile(r"1[.\s]?000\s+(?=\D)")
_UNIT_HEAD = re.compile(rf"{any_of('đơn vị|đvt|đ.v.t|đv tính|đơn vị tính', damaged=False)}\.?$")
_UNIT_LINE = re.compile(rf"\(?\s*{any_of('đơn vị tính|đơn vị|ĐVT|đ.v.t', damaged=True)}\s*:\s*")
_SPOKEN = "thực|hiện|tính|hoạch|toán|cùng|tháng|trước|năm|cộng|bình|quân|trọng|tăng|giảm|tiêu"
"""Words of heads, which recognition damages as it does all others."""
_WORDS = {fold_with_map(word).text: re.compile(loose(word, damaged=True)) for word in _SPOKEN.split("|")}
_SO_WITH = re.compile(tolerant(r"(?<![a-z])so\svới(?![a-z])"))
_WORD = re.compile(r"[^\s(),.;:/%]+")
_CAPTION = re.compile(rf"{any_of('biểu|bảng|phụ lục|phụ biểu', damaged=False)}(?![a-z])")
_ORDINAL_HEAD = re.compile(rf"{any_of('tt|stt|số tt|s.t.t|số thứ tự', damaged=False)}\.?$")
_MILLION = re.compile(rf"(?<![a-z])tr\.?\s*(?={any_of('đồng|đ|usd|lít|kwh|viên|người|con', damaged=False)}(?![a-z]))")
_PASSENGERS = re.compile(r"(?<![a-z])hk(?![a-z])")
_PER = re.compile(r"(?<=[a-z])\s*/\s*(?=[a-z])")


def is_value(text: str) -> bool:
    """Whether a cell is a number, with its sign or "%" at most."""
    return len(text) <= _LONGEST and _VALUE.fullmatch(text) is not None


def row_number(text: str) -> int | None:
    """The number that a cell holds if it may be that of a row."""
    return int(text) if _NUMBER_OF_ROW.fullmatch(text) else None


def is_missing(text: str) -> bool:
    """Whether a cell stands for a missing value: empty, a dash, dots, "x"."""
    return not text or _NOTHING.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether a cell is a year, as it stands over a column."""
    return _YEAR.fullmatch(text) is not None


def is_ordinal(text: str) -> bool:
    """Whether a cell is the number or letter of a row and nothing else."""
    return _ORDINAL.fullmatch(text) is not None


def label_end(text: str) -> int:
    """Where the number, letter or dash ends with which the name of a row begins; 0 without one."""
    match = _LABELLED.match(text)
    return match.end() if match else 0


def without_label(cell: Cell) -> tuple[Cell | None, Cell]:
    """The number, letter or dash with which a name begins as a cell of its own, and the name."""
    end = label_end(cell.text)
    if not end or not cell.pieces:
        return None, cell
    (start, behind), *more = cell.pieces
    label = cell.text[:end].rstrip()
    return Cell(label, ((start, start + len(label)),)), Cell(cell.text[end:], ((start + end, behind), *more))


def is_ditto(text: str) -> bool:
    """Whether a cell repeats the one above it."""
    return _DITTO.fullmatch(text) is not None


@lru_cache(maxsize=2048)
def unit_name(text: str) -> str | None:
    """The name of the unit that the whole text is: "1000 tấn" is "nghìn tấn"; None for other text."""
    folded = fold_with_map(text).text.strip(" .:;()")
    thousands = _THOUSANDS.match(folded)
    rest = folded[thousands.end() :] if thousands else folded
    rest = _PER.sub("/", _PASSENGERS.sub("hanh khach", _MILLION.sub("trieu ", rest)))
    if not rest:
        return None
    found = unit_reader(damaged=False).read(rest, 0)
    if found is None or rest[found.end :].strip(" ."):
        return None
    return f"nghìn {found.name}" if thousands else found.name


def is_unit(text: str) -> bool:
    """Whether a cell is a unit."""
    return is_ditto(text) or unit_name(text) is not None


def is_unit_header(text: str) -> bool:
    """Whether a head stands over the units of rows: "ĐVT"."""
    return _UNIT_HEAD.match(folded(text)) is not None


def is_number_header(text: str) -> bool:
    """Whether a head stands over the numbers of rows: "TT"."""
    return _ORDINAL_HEAD.match(folded(text)) is not None


def unit_start(text: str) -> int:
    """Where the unit begins in a line that gives the unit of a whole table: "Đơn vị tính: tỷ đồng"; 0 in other lines."""
    match = _UNIT_LINE.match(fold_with_map(text).text)
    return match.end() if match and match.end() < len(text) else 0


def is_caption(text: str) -> bool:
    """Whether a line begins as the title of a table does: "Biểu 2. ..."."""
    return _CAPTION.match(folded(text)) is not None and text[0].isupper()


def folded(text: str, strip: bool = True) -> str:
    """Text without marks and capitals."""
    plain = mended(fold_with_map(text).text)
    return plain.strip(" .:;()*#_") if strip else plain


def mended(text: str) -> str:
    """Folded text with damaged header words restored: "thwc hign" becomes "thuc hien"."""
    return _SO_WITH.sub("so voi", _WORD.sub(lambda word: _meant(word[0]), text))


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    if word in _WORDS or len(word) < _SHORTEST:
        return word
    return next((plain for plain, like in _WORDS.items() if like.fullmatch(word)), word)


def joined_text(cells: Sequence[Cell]) -> str:
    """The texts of cells one after the other, each once."""
    return " ".join(dict.fromkeys(cell.text for cell in cells if cell.text))
