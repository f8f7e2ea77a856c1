"""What the figures of a sentence of our own are named."""

from __future__ import annotations

from data.catalogue import Catalogue
from data.reader.read import read_report

HEAD = "BÁO CÁO\nTình hình kinh tế - xã hội quý I năm 2025\n\nI. KẾT QUẢ\n{title}\n"


def named(title: str, text: str) -> list[str]:
    """The names of the figures of a text, as indicator/item."""
    figures = read_report(HEAD.format(title=title) + text + "\n", Catalogue.load()).figures
    return [f"{figure.indicator}/{figure.item or ''}" for figure in figures]
