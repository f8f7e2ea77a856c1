"""Readings of paragraphs and reports of our own words."""

from __future__ import annotations

from data.catalogue import Catalogue
from data.reader.read import Reading, read_report

HEAD = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 5 và 5 tháng năm 2024\n\nI. KẾT QUẢ THỰC HIỆN\n\n1. Sản xuất công nghiệp\n\n"
MONTH = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 9 và 9 tháng năm 2027\n\n"


def read(body: str, head: str = HEAD) -> Reading:
    """The reading of a paragraph, with its notes if it has some, below the head of a report."""
    return read_report(head + body + "\n", Catalogue.load())


def shapes(body: str) -> list[tuple[str, float, str, str]]:
    """(printed, value, measure, period) of every figure of a paragraph."""
    return [(f.printed, f.value, f.measure, f.period) for f in read(body).figures]


def dated(text: str) -> list[str]:
    """Value and period of every figure of a report."""
    return [f"{figure.value:g} {figure.period}" for figure in read_report(text, Catalogue.load()).figures]
