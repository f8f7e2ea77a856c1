"""Notes with their numbers in round brackets, "kỳ(5)" and "(5) Trong đó", where these are told from numbered points."""

import re

IN_BRACKETS = re.compile(r"\((?<=[^\s(\[:/-]\()([1-9]\d{0,2})\)(?![^\W_])")
"""A number in round brackets behind something without a blank between: the mark of a note."""
_AT_BEGINNING = re.compile(r"^[ \t]*\(([1-9]\d{0,2})\)(?=\s*[\w(“\"])", re.MULTILINE)
_LEAST = 2


def with_square_brackets(text: str) -> str:
    """A text with square brackets for the round ones of notes, whose numbers are marks and begin lines; same length."""
    if "(1)" not in text and "(2)" not in text:
        return text
    marks, labels = ({match[1] for match in pattern.finditer(text)} for pattern in (IN_BRACKETS, _AT_BEGINNING))
    notes = marks & labels
    if len(notes) < _LEAST:
        return text
    letters = list(text)
    for pattern in (IN_BRACKETS, _AT_BEGINNING):
        for match in pattern.finditer(text):
            if match[1] in notes:
                letters[match.start(1) - 1], letters[match.end(1)] = "[]"
    return "".join(letters)
