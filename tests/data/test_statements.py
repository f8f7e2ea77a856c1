"""Single statements in the wordings of many offices: value, unit, measure and period of every figure, in order, and names.

They stand in statements.txt beside this file, which says how it is written.
"""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.catalogue import Catalogue
from data.reader.read import read_report

if TYPE_CHECKING:
    from data.reader.meaning.figures import Figure

HEAD = "BÁO CÁO\nTình hình kinh tế - xã hội {about}\n\nI. KẾT QUẢ\n1. Tình hình chung\n"
STATEMENTS = Path(__file__).parent / "statements.txt"


def figures_of(text: str, about: str) -> list[Figure]:
    """The figures of a text in a report about some period."""
    return list(read_report(HEAD.format(about=about) + text + "\n", Catalogue.load()).figures)


def written(figure: Figure) -> str:
    """A figure as the file writes it."""
    told = (f"{figure.value:.12g}", figure.unit, figure.measure, figure.period, "·", figure.indicator, figure.item)
    return " ".join(filter(None, told))


def decided(figures: list[Figure]) -> str:
    """By which rule each figure was read, and by which of its words it was named: what is looked for where one is wrong."""
    return "\n".join(f"{written(one)}  [rule: {one.rule}; subject: {one.subject}]" for one in figures)


def cases() -> list[tuple[str, str, list[str]]]:
    """For every statement what its report is about, the statement, and its figures."""
    found: list[tuple[str, str, list[str]]] = []
    about = ""
    for line in STATEMENTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            about = line[2:]
        elif line.startswith("> "):
            found.append((about, line[2:], []))
        elif line and found:
            found[-1][2].append(line)
    return found


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """A single statement is too short to tell whether it is a scan; all of these are clean."""
    monkeypatch.setattr("data.reader.layout.document.is_damaged", lambda _text: False)


@pytest.mark.parametrize(("about", "text", "figures"), cases(), ids=[text[:60] for _, text, _ in cases()])
def test_a_statement_is_read_as_meant(about: str, text: str, figures: list[str]) -> None:
    read = figures_of(text, about)
    pairs = zip_longest(map(written, read), figures, fillvalue="")
    assert [one if "·" in meant else one.partition(" ·")[0] for one, meant in pairs] == figures, f"it was read:\n{decided(read)}"


def test_where_a_statement_is_misread_rule_and_subject_are_told() -> None:
    told = decided(figures_of("Tỷ lệ hộ nghèo còn 5,4%.", "năm 2027"))
    assert told == "5.4 % value 2027 · poverty_rate  [rule: rate; subject: Tỷ lệ hộ nghèo]"
