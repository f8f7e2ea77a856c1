"""Raw text as lines: where each printed line stands, and what the page around it looks like.

Every offset is a code point of the raw text, which is never altered.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

BLANKS = " \t\u00a0\u200b\ufeff\u2002\u2003\u2009\u202f\u3000"
"""What may stand between words of a line besides the blank itself."""

_LINE = re.compile(r"([^\n\r\f\v\x85\u2028\u2029]*)(\r\n|[\n\r\f\v\x85\u2028\u2029]|$)")
_RULE = re.compile(r"[_\-–—=*.]{3,}$")
_RULE_BLANKS = 10
_CLOSED = re.compile(r"[.:;…][\"”’')\]*_]{0,3}$")
_LONG = 250
_MOST_LONG, _MOST_APART, _LEAST_RUNNING = 0.4, 0.6, 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line that holds something.

    Attributes:
        left: Raw offset of its first non-blank character.
        right: Raw offset behind its last non-blank character.
        indent: Blanks before it.
        gap: Empty lines before it.
        rule: True when a drawn or blank rule, as above page-foot notes, stands right before it.
        feed: True when a form feed stands right before it.
        text: ``raw[left:right]``.
    """

    left: int
    right: int
    indent: int
    gap: int
    rule: bool
    feed: bool
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How the text is set.

    Attributes:
        wrapped: True when a paragraph runs over several lines, False when it is one line.
        width: Characters of a full line of the body.
        gap: Empty lines between two lines of one paragraph.
    """

    wrapped: bool
    width: int
    gap: int


def split_lines(raw: str) -> list[Line]:
    """The lines of a text that are not empty, in order; rules and form feeds become properties of the next line."""
    lines: list[Line] = []
    gap, rule, feed = 0, False, False
    for match in _LINE.finditer(raw):
        content, start = match[1], match.start()
        text = content.strip().strip(BLANKS)
        if not text or _RULE.match(text):
            rule = rule or bool(text) or len(content) >= _RULE_BLANKS
            gap += bool(content) or match[2] != "\f"
        else:
            left = start + content.index(text[0])
            lines.append(Line(left, left + len(text), left - start, gap, rule, feed, text))
            gap, rule, feed = 0, False, False
        feed = feed or match[2] == "\f"
    return lines


def is_closed(text: str) -> bool:
    """True when a line ends as a sentence or a clause before a list ends."""
    return _CLOSED.search(text, max(0, len(text) - 4)) is not None


def measure(lines: list[Line]) -> Layout:
    """Find how a text is set from the lengths of its lines and the gaps between them."""
    lengths = sorted(len(line.text) for line in lines)
    running = [length for length in lengths if length >= 30] or lengths or [1]
    middle = running[len(running) // 2]
    body = [length for length in running if length <= 1.2 * middle]
    width = body[int(0.9 * (len(body) - 1))]
    if sum(length for length in lengths if length > _LONG) >= _MOST_LONG * sum(lengths):
        return Layout(False, width, 1)
    going_on = [line.gap > 0 for before, line in pairwise(lines) if line.text[0].islower() and not is_closed(before.text)]
    apart, going_on_apart = sum(line.gap > 0 for line in lines[1:]), sum(going_on)
    if apart <= _MOST_APART * (len(lines) - 1):
        return Layout(True, width, 0)
    if going_on_apart >= _LEAST_RUNNING * apart:
        return Layout(True, width, 1)
    together = len(going_on) - going_on_apart
    return Layout(True, width, 0) if together > max(1, going_on_apart) else Layout(False, width, 1)
