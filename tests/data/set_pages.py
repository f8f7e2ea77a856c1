"""Sets small reports of our own words as pages: body lines, and notes in small print at the foot."""

from __future__ import annotations

import textwrap

BODY, SMALL = 80, 112


def wrap(text: str, width: int = BODY) -> list[str]:
    """Lines of a paragraph."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def set_page(body: list[str], notes: list[str], rule: bool = False) -> str:
    """One page: paragraphs separated by an empty line, then the notes.

    Args:
        body: Paragraphs; the last may break off in a sentence.
        notes: Footnotes with their numbers.
        rule: True for a line of blanks above the notes.
    """
    lines: list[str] = []
    for paragraph in body:
        lines += [*wrap(paragraph), ""]
    if notes and rule:
        lines[-1] = " " * 40
    for note in notes:
        lines += [*wrap(note, SMALL), ""]
    return "\n".join(lines[:-1])


def join_pages(pages: list[str], by: str = "\n ") -> str:
    """Pages joined as scanned texts are: the next begins with a blank right below the last line; or by a form feed."""
    return by.join(pages)
