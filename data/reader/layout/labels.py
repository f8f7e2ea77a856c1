"""Numbers of footnotes as they are printed, and how likely a damaged one stands for an expected number."""

import re
from functools import lru_cache

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FROM_SUPERSCRIPT = str.maketrans(SUPERSCRIPTS, "0123456789")

_CONFUSED = {
    "0": "oOQD°®6",
    "1": "lI|!i]'’‘t¹L",
    "2": "?zZ²",
    "3": "8>³",
    "4": "“‘*¢A&",
    "5": "sS§6",
    "6": "8bG°®5e¢",
    "7": "’'T?/",
    "8": "®&6B3g%",
    "9": "°®gqo",
}
_CONFUSION, _SYMBOL, _OTHER, _LOST, _EXTRA_SYMBOL, _EXTRA = 0.3, 0.35, 0.75, 0.45, 0.5, 0.8


def set_off(before: str, behind: str) -> re.Pattern[str]:
    """A note's number as clean texts set it off: raised, or between signs of Markdown, HTML or brackets.

    Args:
        before: what must stand before a raised number or one in brackets.
        behind: what must stand behind one in Markdown.
    """
    return re.compile(
        rf"{before}(?P<up>[{SUPERSCRIPTS}]{{1,3}})|\[\^(?P<md>\d{{1,3}})\]{behind}|<sup>\s*(?P<html>\d{{1,3}})\s*</sup>|"
        rf"{before}\[(?P<square>\d{{1,3}})\]|\^(?P<caret>\d{{1,3}})\^"
    )


_MARKED = set_off("", ":?")
_DIGITS = re.compile(r"\d{1,3}")
_DAMAGED = re.compile(
    r"(?=[^\s(])(?:(?=[lIoOSBz]*[^A-Za-z\s])[lIoOSBz\d\W]{1,3}?(?=\s)|(?:[lI]{1,2}|[oO])(?=\s)|[\d\W]{1,4}?(?=[\s.]|[^\W\d]))"
)
_BULLET = re.compile(r"[-–—+•*·/(\[{.,;:~_=<>]+$")
_NUMERAL = re.compile(r"\d+(?:[.,/:]\d|\s*[-–]\s*\d)")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_BEHIND = re.compile(r"[.):\-–]{0,2}\s*")


@lru_cache(maxsize=4096)
def likeness(printed: str, number: int) -> float:
    """How well a printed, perhaps damaged, number agrees with an expected one: 1 exactly, 0 not at all."""
    wanted = str(number)
    costs = [at * _LOST for at in range(len(wanted) + 1)]
    for char in printed:
        extra = _EXTRA if char.isalnum() else _EXTRA_SYMBOL
        row = [costs[0] + extra]
        for at, digit in enumerate(wanted):
            row.append(min(costs[at] + _substitution(char, digit), costs[at + 1] + extra, row[at] + _LOST))
        costs = row
    return max(0.0, 1.0 - costs[-1])


def _substitution(char: str, digit: str) -> float:
    """Cost of reading a printed character as a digit."""
    if char == digit:
        return 0.0
    if char in _CONFUSED[digit]:
        return _CONFUSION
    return _OTHER if char.isalnum() else _SYMBOL


def marked_number(text: str) -> tuple[int, int] | None:
    """The number set off as a note's ("⁷", "[^7]:", "[7]") at the start of a line, and where it ends."""
    match = _MARKED.match(text)
    if match is None:
        return None
    digits = next(group for group in match.groups() if group)
    behind = _BEHIND.match(text, match.end())
    return int(digits.translate(FROM_SUPERSCRIPT)), behind.end() if behind else match.end()


def read_label(text: str, number: int, ocr: bool) -> tuple[float, int]:
    """Read the start of a line as the label of an expected note.

    Args:
        text: The line.
        number: The note that comes next.
        ocr: True for a scanned text, where the label may be damaged or glued to the next word.

    Returns:
        Likeness (0 when it is no label), and the characters of the line that the label takes up.
    """
    marked = marked_number(text)
    if marked is not None:
        return (1.0 if marked[0] == number else 0.0), marked[1]
    if not _may_label(text[0], ocr):
        return 0.0, 0
    wanted = str(number)
    if text.startswith(wanted) and not text[len(wanted) : len(wanted) + 1].isdigit():
        return _plain_label(text, len(wanted), ocr)
    if not ocr:
        return 0.0, 0
    if text.startswith(wanted) and len(text) > 5 and not _NUMERAL.match(text) and not _YEAR.match(text):
        return 0.6, len(wanted)
    match = _DAMAGED.match(text)
    if match is None or _BULLET.match(match[0]) or _NUMERAL.match(text):
        return 0.0, 0
    behind = _BEHIND.match(text, match.end())
    return likeness(match[0], number), behind.end() if behind else match.end()


def printed_number(text: str) -> int | None:
    """The number that a line begins with, when it could be read as a note's label."""
    marked = marked_number(text)
    if marked is not None:
        return marked[0]
    match = _DIGITS.match(text)
    if match is None or match[0][0] == "0" or _NUMERAL.match(text):
        return None
    following = text[match.end() : match.end() + 1]
    if following.isdigit() or following == "%":
        return None
    return int(match[0])


def _may_label(first: str, ocr: bool) -> bool:
    """True when a line's first character may belong to a label."""
    return first.isdigit() or (ocr and (first in "loOISBz" or not first.isalnum()))


def _glued_to_word(text: str, end: int) -> bool:
    """True when the number of a note has lost the blank behind it: "4Nhiều hơn cùng kỳ"; "4G" is none."""
    return text[end : end + 1].isupper() and text[end + 1 : end + 2].islower()


def _plain_label(text: str, end: int, ocr: bool) -> tuple[float, int]:
    """Likeness and end of a label whose digits are those expected."""
    if _NUMERAL.match(text) or text[end : end + 1] == "%":
        return 0.0, 0
    if not ocr and text[end : end + 1] in ("-", "–"):
        return 0.0, 0  # "1- Kinh tế" heads a point
    behind = _BEHIND.match(text, end)
    stop = behind.end() if behind else end
    if stop == end and not (ocr or _glued_to_word(text, end)):
        return 0.0, 0
    dotted = stop > end and text[end] in ".)"
    return (0.7 if dotted else 1.0 if stop > end else 0.8), stop
