"""How a text is set: lines, their width and gaps, and where pages begin."""

from __future__ import annotations

from data.reader.layout.document import read_document
from data.reader.layout.lines import measure, split_lines
from data.reader.layout.pages import paginate
from tests.data.set_pages import join_pages, set_page, wrap

TEXT = "Bà con trong thôn cùng nhau sửa con mương dẫn nước, vụ này đồng trên đồng dưới đều đủ nước gieo cấy đúng lịch. "


def test_lines_keep_their_places() -> None:
    raw = "  Một\r\n\r\n\u3000hai \n\x0cba\n____\nbốn"
    lines = split_lines(raw)
    assert [raw[line.left : line.right] for line in lines] == ["Một", "hai", "ba", "bốn"]
    assert [line.gap for line in lines] == [0, 1, 0, 1]
    assert [line.indent for line in lines] == [2, 1, 0, 0]
    assert [line.feed for line in lines] == [False, False, True, False]
    assert [line.rule for line in lines] == [False, False, False, True]


def test_a_line_of_blanks_is_a_rule() -> None:
    assert [line.rule for line in split_lines("a\n" + " " * 20 + "\nb\n \nc")] == [False, True, False]


def test_wrapped_paragraphs_are_told_from_those_of_one_line() -> None:
    wrapped = measure(split_lines("\n".join(wrap(TEXT * 8))))
    assert wrapped.wrapped
    assert (wrapped.gap, 70 <= wrapped.width <= 80) == (0, True)
    assert measure(split_lines("\n\n".join(wrap(TEXT * 8)))).gap == 1
    assert not measure(split_lines("\n\n".join([TEXT * 4] * 3))).wrapped
    assert not measure(split_lines("\n\n".join(["Một câu ngắn.", "Hai câu ngắn.", "Ba câu ngắn nữa."] * 4))).wrapped
    assert measure([]).width == 1


def pages_of(raw: str) -> list[tuple[str, int]]:
    """The first words and the number of every page."""
    lines = split_lines(raw)
    pages = paginate(lines, measure(lines))
    return [(lines[start].text.split()[0], number) for start, number in zip(pages.starts, pages.numbers, strict=True)]


PAGE = set_page([TEXT * 6], [])


def test_pages_begin_where_scans_were_joined() -> None:
    assert pages_of(join_pages([PAGE, PAGE, PAGE])) == [("Bà", 1), ("Bà", 2), ("Bà", 3)]


def test_pages_begin_at_the_number_printed_on_top() -> None:
    raw = join_pages([PAGE, f"2\n{PAGE}", f"| 3\n{PAGE}", PAGE])
    assert pages_of(raw) == [("Bà", 1), ("2", 2), ("|", 3), ("Bà", 4)]


def test_form_feeds_are_believed() -> None:
    assert pages_of(join_pages([PAGE, "Cuối cùng."], "\n\f")) == [("Bà", 1), ("Cuối", 2)]


def test_printed_numbers_correct_the_counting() -> None:
    raw = join_pages([PAGE, PAGE]) + "\n\n3\n\n" + PAGE + "\n\n- 4 -\n\n" + PAGE
    assert [number for _word, number in pages_of(raw)] == [1, 2, 3, 4]


def test_a_number_at_the_foot_of_a_page_is_its_own() -> None:
    raw = f"{PAGE}\n1\n\f{PAGE}\n2\n\f{PAGE}\n3\n"
    assert [number for _word, number in pages_of(raw)] == [1, 2, 3]


def test_indented_paragraphs_are_no_pages() -> None:
    raw = "\n".join(" " + line if at % 3 == 0 else line for at, line in enumerate(wrap(TEXT * 12)))
    assert len(pages_of(raw)) == 1


def test_a_table_cell_is_no_page_number() -> None:
    raw = f"{PAGE}\n\n57\n\n{PAGE}\n\n12\n\n{PAGE}"
    assert len(pages_of(raw)) == 1


def test_a_number_far_from_the_text_counts_pages_that_left_no_other_trace() -> None:
    long = set_page([TEXT * 40], [])
    assert [number for _word, number in pages_of(f"{long}\n\n\n\n3\n\n{long}\n\n\n\n5\n\n{long}")] == [1, 3, 5]
    assert len(pages_of(f"{long}\n\n\n\n57\n\n{long}")) == 1


def test_pages_longer_than_a_sheet_of_paper_are_not_known() -> None:
    lines = split_lines(join_pages([set_page([TEXT * 90], []), PAGE]))
    pages = paginate(lines, measure(lines))
    assert len(pages.starts) == 2
    assert not pages.are_known(len(lines))


def test_printed_page_numbers_are_told_though_a_page_is_too_long_for_one() -> None:
    raw = "\n\n".join([TEXT * 9, *(part for number in range(2, 6) for part in (str(number), "\n".join([TEXT] * (25 * number))))])
    document = read_document(raw)
    assert [raw[start:end] for start, end in document.furniture] == ["2", "3", "4", "5"]


def test_a_lone_number_between_two_pages_is_their_number_and_no_figure() -> None:
    raw = f"{TEXT}\n{TEXT} xếp hạng\n\n3 Tính đến cuối năm.\n\n6\n\ntính đến nay còn 4 di tích.\n{TEXT}"
    document = read_document(raw)
    assert [raw[start:end] for start, end in document.furniture] == ["6"]


def test_pages_are_not_known_where_a_printed_number_counts_many_more_of_them() -> None:
    lines = split_lines("\n".join([TEXT] * 8) + "\n\n7\n\n" + "\n".join([f"tiếp theo {TEXT}"] * 8))
    pages = paginate(lines, measure(lines))
    assert pages.numbers[-1] == 7
    assert not pages.are_known(len(lines))


def test_numbers_that_grow_as_pages_fill_are_page_numbers_though_some_were_lost() -> None:
    parts = [f"{TEXT * 5}\n\n{TEXT * 5}"] * 4
    raw = "".join(f"{part}\n\n{number}\n\n" for part, number in zip(parts, (2, 4, 6, 8), strict=True)) + TEXT
    lines = split_lines(raw)
    pages = paginate(lines, measure(lines))
    assert [lines[index].text for index in sorted(pages.furniture)] == ["2", "4", "6", "8"]
    assert not pages.are_known(len(lines))
    short = split_lines(raw.replace(TEXT * 5, "Thóc"))
    assert not {short[index].text for index in paginate(short, measure(short)).furniture} & {"4", "6", "8"}
