"""Single statements in the wordings of many offices: value, unit, measure and period of every figure, in order, and names.

They stand in statements.txt beside this file, which says how it is written.
"""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pytest

from data.catalogue import Catalogue
from data.reader.read import read_report

HEAD = "BÁO CÁO\nTình hình kinh tế - xã hội {about}\n\nI. KẾT QUẢ\n1. Tình hình chung\n"
STATEMENTS = Path(__file__).parent / "statements.txt"


def read_as(text: str, about: str) -> list[str]:
    """The figures of a text in a report about some period."""
    figures = read_report(HEAD.format(about=about) + text + "\n", Catalogue.load()).figures
    return [" ".join(filter(None, (f"{f.value:.12g}", f.unit, f.measure, f.period, "·", f.indicator, f.item))) for f in figures]


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
    pairs = zip_longest(read_as(text, about), figures, fillvalue="")
    assert [read if "·" in meant else read.partition(" ·")[0] for read, meant in pairs] == figures
