"""The numbers that Word writes itself before the paragraphs of a list: they are in no paragraph, but reports refer to them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, NamedTuple

from data.grammar.numerals import to_roman

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Level(NamedTuple):
    """How a level of a list is numbered: with what letters or digits, in what words, from what on."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts the lists of one document, paragraph after paragraph.

    Args:
        document: what python-docx opened.
    """

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._styles: dict[str, tuple[str, int, str]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if (root := part_of(document, "/word/numbering.xml")) is not None:
            for kind in root.iter(f"{_WORD}abstractNum"):
                levels = {int(level.get(f"{_WORD}ilvl", "0")): _level(level) for level in kind.iter(f"{_WORD}lvl")}
                self._levels[kind.get(f"{_WORD}abstractNumId", "")] = levels
            for one in root.iter(f"{_WORD}num"):
                self._lists[one.get(f"{_WORD}numId", "")] = _value(one, "abstractNumId")
        if (styles := part_of(document, "/word/styles.xml")) is not None:
            for style in styles.iter(f"{_WORD}style"):
                found = style.find(f"{_WORD}pPr/{_WORD}numPr")
                place = (_value(found, "numId"), int(_value(found, "ilvl") or 0)) if found is not None else ("", 0)
                self._styles[style.get(f"{_WORD}styleId", "")] = (*place, _value(style, "basedOn"))

    def label(self, paragraph: Any) -> str:
        """The number of a paragraph with a blank behind it; empty where it has none."""
        number, depth = self._place(paragraph)
        kind = self._lists.get(number, "")
        levels = self._levels.get(kind, {})
        if depth not in levels:
            return ""
        counts = self._counts[kind]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].form == "bullet":
            return "- "

        def written(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            known = levels.get(level, levels[depth])
            return _written(counts.get(level, known.start), known.form)

        return re.sub(r"%(\d)", written, levels[depth].text) + " "

    def _place(self, paragraph: Any) -> tuple[str, int]:
        found = paragraph.find(f"{_WORD}pPr/{_WORD}numPr")
        if found is not None:
            return _value(found, "numId"), int(_value(found, "ilvl") or 0)
        properties = paragraph.find(f"{_WORD}pPr")
        style, seen = _value(properties, "pStyle") if properties is not None else "", set()
        while style in self._styles and style not in seen:
            seen.add(style)
            number, depth, parent = self._styles[style]
            if number:
                return number, depth
            style = parent
        return "", 0


def part_of(document: Any, name: str) -> Any:
    """The root element of a part of the document; None where there is no such part."""
    from docx.oxml import parse_xml

    return next((parse_xml(part.blob) for part in document.part.package.iter_parts() if str(part.partname) == name), None)


def _level(level: Any) -> Level:
    return Level(_value(level, "numFmt") or "decimal", _value(level, "lvlText"), int(_value(level, "start") or 1))


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_WORD}{name}")
    return "" if found is None else str(found.get(f"{_WORD}val", ""))


def _written(number: int, form: str) -> str:
    if form.endswith("Letter"):
        text = chr(ord("a") + (number - 1) % 26)
    elif form.endswith("Roman"):
        text = to_roman(number).lower()
    elif form == "none":
        text = ""
    else:
        text = f"{number:02d}" if form == "decimalZero" else str(number)
    return text.upper() if form.startswith("upper") else text
