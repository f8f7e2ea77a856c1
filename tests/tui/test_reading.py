"""The reading view: every figure at its place, one after the other, found without diacritics, a way into the drilldown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui import inside
from tests.tui.conftest import MakeApp, in_front, press, settle
from tui.app import XulangApp
from tui.model.places import Span, locate_figures, map_spans, nearest
from tui.model.reading import wrap_spans
from tui.screens.add import AddScreen
from tui.screens.drill import DrillScreen
from tui.screens.reading import ReadingScreen
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.tui.conftest import ChangedOn


async def opened(pilot: Pilot[None], *keys: str) -> ReadingScreen:
    """The reading view of the older report, which has text, after ``keys``."""
    await settle(pilot)
    await press(pilot, "r", "down", "enter", *keys)
    return in_front(pilot.app, ReadingScreen)


def shown(screen: ReadingScreen) -> str:
    """The number under the cursor."""
    stop = screen.pane.stop
    return stop.figures[0].printed if stop else ""


def told(screen: ReadingScreen) -> str:
    """What is said of the figure under the cursor."""
    return "\n".join("".join(text for text, _ in line) for line in screen.query_one("#told", Lines).lines)


# Places


def test_a_figure_is_found_behind_a_line_break_and_a_page_foot() -> None:
    source = "Than đạt\n  228,91 nghìn tấn,\n\n12\n\nđạt 65,8% kế hoạch; 12 mỏ"
    text = "Than đạt 228,91 nghìn tấn, đạt 65,8% kế hoạch; 12 mỏ"
    figures = [(100 + source.index(word, 25 if word == "12 mỏ" else 0), word) for word in ("228,91", "65,8", "12 mỏ")]
    spans = locate_figures(text, source, 100, [(at, at + len(word.split()[0]), word.split()[0]) for at, word in figures])
    assert [text[span.start : span.end] for span in spans if span] == ["228,91", "65,8", "12"]
    assert spans[2] == Span(text.index("12 mỏ"), text.index("12 mỏ") + 2)


def test_a_word_cut_at_its_hyphen_does_not_move_what_follows() -> None:
    source, text = "Nghị quyết 59-\nNQ/TW: tăng 7,5%", "Nghị quyết 59-NQ/TW: tăng 7,5%"
    at = source.index("7,5")
    assert locate_figures(text, source, 0, [(at, at + 3, "7,5")]) == [Span(text.index("7,5"), text.index("7,5") + 3)]


def test_without_the_source_the_nearest_number_that_stands_alone_is_taken() -> None:
    assert nearest("tăng 12,5% và 2,5%; 2,5 ha", "2,5", 0, 14) == Span(14, 17)
    assert nearest("không có", "2,5", 0, 0) is None


def test_a_number_is_carried_to_the_text_as_read_again_by_its_word() -> None:
    text, read = "Than dat 5 tan; da 5 m3; da 4. 310 m3", "Than đạt 5 tấn; đá 5 m3; đá 4. 310 m3"
    places = [Span(19, 20), Span(28, 34)]
    found = map_spans(text, read, [*places])
    assert [span and read[span.start : span.end] for span in found] == ["5", "4. 310"]


def test_lines_are_broken_at_blanks_and_long_words_are_cut() -> None:
    text = "một hai ba " + "x" * 30 + " 烏龍烏龍烏龍"
    lines = [text[span.start : span.end] for span in wrap_spans(text, 10)]
    assert lines == ["một hai ba", "x" * 10, "x" * 10, "x" * 10, "烏龍烏龍烏", "龍"]


@pytest.mark.parametrize(
    ("cells", "lines"),
    [(7, ["tăng", "9,5 %", "CK"]), (8, ["tăng", "9,5 % CK"]), (9, ["tăng", "9,5 % CK"]), (10, ["tăng 9,5 %", "CK"])],
)
def test_a_number_is_not_parted_from_its_per_cent_sign(cells: int, lines: list[str]) -> None:
    text = "tăng 9,5 % CK"
    assert [text[span.start : span.end] for span in wrap_spans(text, cells)] == lines


# The screen


async def test_figures_are_visited_in_the_order_of_the_text_and_a_note_stands_behind_the_paragraph_that_points_to_it(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        assert screen.pane.reading is not None
        assert [(block.kind, block.label) for block in screen.pane.reading.blocks][:2] == [("body", ""), ("footnote", "6")]
        order = [stop.figures[0].printed for stop in screen.pane.reading.stops]
        assert order[:4] == ["228,91", "65,8", "23,3", "18"]
        await press(pilot, "n")
        assert shown(screen) == "65,8"
        assert "Than" in told(screen)
        await press(pilot, "right", "N", "left")
        assert shown(screen) == "228,91"


async def test_a_figure_is_copied_with_its_citation_and_enter_opens_its_indicator_at_its_period(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        assert screen.value_text() == "228,91 nghìn tấn"
        assert screen.citation_text() == "BC 12/BC-UBND, mục II.1.3, chú thích 6, trang 1"
        await press(pilot, "enter")
        drill = in_front(pilot.app, DrillScreen)
        assert (drill.subject.indicator, drill.matrix.key) == (
            "industrial_output",
            ("industrial_output", "industrial_output.coal"),
        )
        assert drill.matrix.column == "2025-M01/M08"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_words_are_found_without_diacritics_and_escape_forgets_them(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, "slash", *"on", "space", *"dinh", "enter")
        assert len(screen.pane.matches) == 1
        await press(pilot, "escape")
        assert screen.pane.matches == []
        assert pilot.app.screen is screen
        await press(pilot, "escape")
        assert pilot.app.screen is not screen


async def test_the_place_found_is_counted_alike_everywhere_and_a_figure_beside_it_is_told(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, "slash", "n", "enter")
        count = len(screen.pane.matches)
        for _ in range(count):
            place = f"tìm thấy {screen.pane.match + 1}/{count}"
            assert inside.words_on(screen).count(place) == 2
            match, stop, reading = screen.pane.matches[screen.pane.match], screen.pane.stop, screen.pane.reading
            assert stop is not None
            assert reading is not None
            assert stop.block == match.block or not reading.blocks[match.block].stops
            await press(pilot, "n")
        assert count > 1


async def test_whole_words_are_found_before_parts_of_words(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot)
        assert screen.pane.search("gach") == 1
        assert screen.pane.search("ga") == 1, "inside a word, while it is being typed"
        assert screen.pane.search("n") > 1
        assert screen.pane.search("than") == 1


async def test_what_is_not_found_is_said_and_n_stays(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        screen = await opened(pilot, "slash", *"zzz", "enter")
        assert inside.words_on(screen).count("không thấy") == 2
        before = screen.pane.current
        await press(pilot, "n")
        assert screen.pane.current == before
        assert [note.message for note in inside.notices(pilot.app)] == ["không thấy"]


async def test_a_report_without_text_is_a_table_of_contents_and_says_how_to_add_it(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "r", "enter")
        screen = in_front(pilot.app, ReadingScreen)
        assert screen.pane.reading is not None
        kinds = [block.kind for block in screen.pane.reading.blocks]
        assert kinds == ["section", *["note-entry"] * 2, "section", "entry", "entry"]
        assert [block.stops for block in screen.pane.reading.blocks] == [0, 3, 1, 0, 1, 1]
        assert "bấm a" in told(screen)
        await press(pilot, "G", "end", *["n"] * 9, "enter")
        assert pilot.app.screen is screen, "a figure that the catalogue does not know opens nothing"
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, AddScreen)


async def test_the_account_stands_beside_the_report(make_app: MakeApp) -> None:
    app: XulangApp = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "r", "down")
        lines = ["".join(text for text, _ in line) for line in app.screen.query_one("#account", Lines).lines]
        assert [line.split()[0] for line in lines[1:]] == ["9", "1", "4", "3", "2", "1", "20"]
        assert "loại khi rà soát" in lines[2]
        assert "chưa giải thích" in lines[6]


async def test_what_does_not_fit_in_a_line_of_the_account_goes_on_under_its_first_word(
    shipped_store: Path, tmp_path: Path
) -> None:
    app = XulangApp(shipped_store, lang="vi", state=tmp_path / "session.json")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "r", "down", "down")
        shown = inside.words_on(app.screen).splitlines()
        broken = next(place for place, line in enumerate(shown) if "chữ nhận nhầm" in line)
        assert shown[broken + 1].rindex("số") == shown[broken].index("chữ nhận nhầm")


# Pictures


LOOKS = {"small": ((80, 24), "vi", "dark"), "usual": ((120, 36), "vi", "dark"), "english-light": ((120, 36), "en", "light")}


@pytest.mark.usefixtures("only_last_frame")
@pytest.mark.parametrize("look", LOOKS)
async def test_picture(look: str, make_app: MakeApp, changed_on: ChangedOn) -> None:
    size, lang, theme = LOOKS[look]
    async with make_app(lang, theme).run_test(size=size) as pilot:
        await settle(pilot)
        assert await changed_on(pilot, {"contents": ["r", "enter"], "text": ["escape", "down", "enter", "n"]}) == []
