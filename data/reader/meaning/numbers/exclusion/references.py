"""Rules for numbers of documents and laws, of points, notes and pages, which are no figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.grammar.ocr import any_of, loose, tolerant
from data.reader.meaning.numbers.exclusion.rule import ExclusionRule, anywhere, at_number, at_word

if TYPE_CHECKING:
    from collections.abc import Iterator


def references(damaged: bool) -> Iterator[ExclusionRule]:
    """Numbers of documents, laws and standards."""
    so = loose("số", damaged)
    code = r"(?:nq|qd|kh|ct|kl|nd|tt|tb|cd|bc|hd|ttr|da|qh|qb|np|nb|pb|vpcp|btc|tttp|ctr|cv|qc|ubnd|tu|tw|cp|ttg|hdnd|dctr)"
    law = any_of(
        "nghị quyết|quyết định|chỉ thị|đề án|công điện|thông tư|nghị định|kết luận|công văn|thông báo|văn bản|phụ lục|biểu"
        "|điều|khoản|Đề án|Điều|quy định|hướng dẫn|tờ trình",
        damaged,
    )
    behind = tolerant("(?:của|về|và|ngày|năm|cho|kèm|theo|đối với|quy|luật|bộ luật|nghị định|thông tư|điều|khoản)")
    yield at_word("document number", rf"(?<!\d){so}\s*[:.]?\s*\d[\d ]{{0,9}}?\s?[-/]+\s?(?:\d{{4}}\s?[-/]\s?)?[a-z][a-z\d/-]*")
    yield at_number("document number", r"\d+\s*/\s*\d{4}\s*/\s*[a-z]{1,}[a-z\d-]*")
    yield at_number("document number", rf"\d+\s*[-/ ]?\s*{code}\s*[-/]+\s*[a-z]+")
    yield at_number("document number", rf"\d+\s*[-/]\s*{code}(?![a-z])")
    yield at_word("document number", rf"{law}\s*{so}\s*:?\s*\d+(?![\d.,]*\s*%(?:\s*[a-z,;.]|$))")
    yield at_word("document number", rf"{law}\s+\d{{1,3}}(?![.,]\d)(?=\s*[,.;)]|\s+{behind}\b|$)")
    yield at_word("standard", r"(?:iso|qcvn|tcvn|haccp)\s*[\d:./-]+")


def points() -> Iterator[ExclusionRule]:
    """Numbers of points and of what a list counts."""
    yield anywhere("number of a point", r"^\W{0,3}\(?\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)](?!\d)")
    yield anywhere("number of a point", tolerant(r"^\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[a-z])(?!\s*(?:ha|m|tấn|tỷ|triệu|nghìn)\b)"))
    # A point does not begin with "và", as the last of a list does: "đất đai (16), xây dựng (14) và các lĩnh vực khác (15)".
    yield anywhere("number of a point", r"\(\d{1,2}\)(?=\s*[a-z\"“])" + tolerant(r"(?!\s*và [a-z])"))
    yield anywhere("number of a point", r"[:;.]\s*(?P<n>\d{1,2}\))(?=\s*[a-z])")


def marks() -> Iterator[ExclusionRule]:
    """Marks of notes that are not in the text: "đạt 700 tỷ đồng [1]"."""
    yield at_number("mark of a note", r"(?<=[^\s\[]\[)\d{1,3}(?=\])|(?<=[^\s\[]\s\[)\d{1,3}(?=\])")


def page_numbers() -> Iterator[ExclusionRule]:
    """Numbers of pages that stand in a sentence, right before the number that is meant, which has a unit."""
    amount = r"\d+(?:[.,]\d+)*"
    unit = rf"(?:\s?%|\s+{any_of('tỷ|triệu|nghìn|tấn|ha|con|người|hộ|vụ|xã', damaged=False)}(?![a-z]))"
    yield at_number(
        "page number", rf"(?<=[a-z,;] )(?P<n>[1-9]\d{{0,2}})\s+(?={amount}{unit})(?!\d{{3}}(?:[.,]\d+)*\s*(?:%|[a-z]))"
    )
