"""Running heads: the title printed anew on every page is no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.reader.layout.document import read_document
from data.reader.layout.lines import split_lines
from data.reader.layout.running_heads import running_heads
from tests.data.set_pages import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = ("Bà con trong thôn cùng nhau sửa con mương dẫn nước, vụ này đồng trên đồng dưới đều đủ nước gieo cấy. " * 8).split()
PAGES = ["\n".join(wrap(" ".join([*WORDS[first:], *WORDS[:first]]))) for first in (0, 5, 11, 17)]
HEAD = "Báo cáo kinh tế - xã hội tháng 4 và 4 tháng năm 2031"


def bound(edges: Iterable[str]) -> str:
    """Pages with what stands between each and the next."""
    return PAGES[0] + "".join(f"\n{edge}\n{page}" for edge, page in zip(edges, PAGES[1:], strict=False))


def heads_of(raw: str) -> list[str]:
    """The lines of a text that are running heads."""
    lines = split_lines(raw)
    return [lines[index].text for index in sorted(running_heads(lines))]


@pytest.mark.parametrize(
    "edge",
    [
        pytest.param("{page}\n{head}", id="below the number"),
        pytest.param("{head}\n{page}", id="above the number"),
        pytest.param("\f{head}", id="behind a form feed"),
        pytest.param("{page} {head}", id="behind the number"),
        pytest.param("{head} | Trang {page}", id="before the number"),
        pytest.param("{head} - {page}/9", id="with the count of pages"),
    ],
)
def test_a_line_beside_the_number_of_page_after_page_is_a_running_head(edge: str) -> None:
    assert [HEAD in found for found in heads_of(bound(edge.format(page=page, head=HEAD) for page in (2, 3, 4)))] == [True] * 3


def test_recognition_may_damage_a_running_head_on_every_page() -> None:
    damaged = ("Bao cáo kinh té - xa hdi thang 4 va 4 thang nam 2031", "Bao cao kinh tê - xã hoi thang 4 va 4 thdng nam 2031")
    assert heads_of(bound(f"{page}\n{head}" for page, head in enumerate(damaged, 2))) == [*damaged]


@pytest.mark.parametrize(
    "raw",
    [
        bound(["2\ntrồng được 120 ha rừng", "3\nxây mới 15 cây cầu dân sinh"]),
        bound(f"{note} Trong đó: vịt nuôi thả đồng {note}20 con, ngan" for note in (2, 3, 4)),
        "\n".join(f"{row}\nTỷ lệ hộ có giếng nước\n{row}2,5" for row in range(1, 30)),
        bound(f"{page}\n{HEAD}" for page in (2, 7)),
    ],
    ids=["other words on every page", "notes alike with other figures", "rows of a table", "pages that do not follow"],
)
def test_what_only_looks_like_a_running_head_is_kept(raw: str) -> None:
    assert heads_of(raw) == []


def test_a_running_head_cuts_no_sentence_and_dates_no_figure() -> None:
    cut = "\nĐến cuối quý, toàn huyện đã bê tông hóa được", "72 km đường thôn.\n"
    document = read_document(f"{PAGES[0]}{cut[0]}\n2\n{HEAD}\n{cut[1]}{PAGES[1]}\n3\n{HEAD}\n{PAGES[2]}")
    assert any("bê tông hóa được 72 km đường thôn." in passage.text for passage in document.passages)
    assert not any("năm 2031" in passage.text for passage in document.passages)
    assert [document.raw[start:end] for start, end in document.furniture if end - start > 2] == [HEAD, HEAD]
