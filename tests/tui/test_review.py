"""Reviewing an added report: what is decided is seen at once, is in the store soon, and can be taken back."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from textual.widgets import Input

from data.store.add import add
from data.store.revise import revise
from queries.review import UnitRow
from tests.small_report import CLEAN
from tests.tui import inside
from tests.tui.conftest import SIZE, MakeApp, all_wait, in_front, press, settle, until
from tui.app import XulangApp
from tui.config import Config
from tui.draw import plain_text
from tui.model.correction import Vocabulary, choices
from tui.palette import Actions
from tui.screens.correct import CorrectScreen
from tui.screens.help import help_of
from tui.screens.home import HomeScreen
from tui.screens.review import ReviewScreen
from tui.widgets.lines import Lines
from tui.words import LANGUAGES, Words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

COAL, PLAN, CEMENT = CLEAN.index("101,5"), CLEAN.index("60,2"), CLEAN.index("300 ")

pytestmark = pytest.mark.usefixtures("unchecked")


def figure(app: XulangApp, start: int) -> list[tuple[Any, ...]]:
    """Value and whether it was reviewed, as the store has it now; only while the app has the store closed."""
    app.store_handle.close()
    query = """select value, reviewed from observation o join report r on r.id = o.report_id
        where not shipped and source_start = ?"""
    with duckdb.connect(str(app.store_handle.path), read_only=True) as connection:
        return connection.execute(query, [start]).fetchall()


async def opened(pilot: Pilot[None], start: int = COAL) -> ReviewScreen:
    await settle(pilot)
    await press(pilot, "v")
    assert isinstance(pilot.app.screen, ReviewScreen)
    go_to(pilot.app.screen, start)
    await settle(pilot)
    return pilot.app.screen


def go_to(screen: ReviewScreen, start: int) -> None:
    spot = next(one.spot for one in screen.candidates if one.spot.start == start)
    screen.grid.move_to(spot)


def signs(screen: ReviewScreen) -> str:
    return "".join(plain_text(row.cells[0]) for row in screen.grid.rows)


async def test_a_figure_lit_up_in_its_sentence_is_accepted_and_the_cursor_goes_on(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        lit = [text for line in screen.query_one("#detail", Lines).lines for text, role in line if role == "lit"]
        assert lit[0] == "101,5"
        assert "CHÚ THÍCH 1" in plain_text(screen.query_one("#detail", Lines).lines[0])
        place = screen.grid.cursor
        await press(pilot, "a")
        assert signs(screen).count("✓") == 1
        assert screen.grid.cursor == place + 1
        seen = next(iter(screen.worklist.decided.values()))
        assert (seen.action, seen.patch["value"], seen.patch["item"], seen.text) == ("accept", "101.5", "coal", "")
        assert figure(app, COAL) == [(101.5, True)]


async def test_numbers_are_filtered_by_words_and_accepted_among_them(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        before = len(screen.grid.rows)
        await press(pilot, "slash", *"xi mang", "enter")
        assert 0 < len(screen.grid.rows) < before
        assert all("Xi măng" in plain_text(row.cells[-3]) for row in screen.grid.rows)
        await press(pilot, "a")
        assert signs(screen).count("✓") == 1
        await press(pilot, "escape")
        assert len(screen.grid.rows) == before
        assert signs(screen).count("✓") == 1
        assert app.screen is screen


async def test_all_figures_of_a_note_are_accepted_and_taken_back_together(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await press(pilot, "A")
        assert signs(screen).count("✓") == 5
        assert figure(app, CEMENT) == [(300.0, True)]
        await press(pilot, "u")
        assert signs(screen).strip() == ""
        assert figure(app, CEMENT) == [(300.0, False)]


async def test_a_rejected_number_is_no_figure_until_that_is_taken_back(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, PLAN)
        await press(pilot, "d")
        assert signs(screen).count("✗") == 1
        assert figure(app, PLAN) == []
        await press(pilot, "w", "w", "w")
        go_to(screen, PLAN)
        await press(pilot, "u")
        assert figure(app, PLAN) == [(60.2, False)]


async def test_a_figure_is_corrected_in_a_form(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "enter")
        form = in_front(app, CorrectScreen)
        assert form.query_one("#name", Input).value == "Than · Sản lượng sản phẩm công nghiệp"
        form.query_one("#value", Input).value = "1.105,1"
        form.query_one("#name", Input).value = "xi mang"
        await press(pilot, "enter", "enter", "enter", "enter", "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert figure(app, COAL) == [(1105.1, True)]
        decided = next(iter(app.screen.worklist.decided.values()))
        assert (decided.action, decided.patch["item"]) == ("correct", "cement")


async def test_a_suggestion_is_taken_with_the_keys_and_a_field_that_cannot_be_is_gone_to(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "enter", "enter", "enter", "down", "down", "enter")
        form = app.screen
        assert form.query_one("#measure", Input).value == app.words("measure.growth_pct")
        assert app.focused is form.query_one("#period", Input)
        form.query_one("#value", Input).focus()
        form.query_one("#period", Input).value = "2024-M13"
        await press(pilot, "f5")
        assert app.screen is form
        assert app.focused is form.query_one("#period", Input)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.worklist.decided == {}


async def test_a_number_that_was_no_figure_is_made_one(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await press(pilot, "w", "w")
        day = CLEAN.index("8 tháng tăng")
        go_to(screen, day)
        await press(pilot, "enter")
        form = app.screen
        for field, text in (("value", "8"), ("unit", "cơ sở"), ("period", "2024")):
            form.query_one(f"#{field}", Input).value = text
        await press(pilot, "f5")
        assert figure(app, day) == [(8.0, True)]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_hints_help_and_palette_offer_for_a_number_that_is_no_figure_only_to_make_one_of_it(
    app: XulangApp, lang: str
) -> None:
    app.words = Words(lang)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        say = app.words
        judged = {say("key.review.accept"), say("key.review.reject")}
        correct, add_one = say("key.ReviewScreen:grid.open"), say("key.ReviewNumber:grid.open")

        async def offered() -> tuple[str, set[str]]:
            foot = inside.words_on(screen).splitlines()[-1]
            listed = {words for _, words in help_of(screen, say).keys}
            palette = {str(hit.text) async for hit in Actions(screen).discover()}
            both = {*judged, correct, add_one}
            assert listed & both == palette & both
            return foot, listed & both

        foot, listed = await offered()
        assert f"a {say('hint.review.accept')}" in foot
        assert listed == {*judged, correct}
        await press(pilot, "w", "w")
        foot, listed = await offered()
        assert f"↵ {say('hint.ReviewNumber:grid.open')}" in foot
        assert not any(f" {key} {say(f'hint.review.{name}')}" in foot for key, name in (("a", "accept"), ("d", "reject")))
        assert listed == {add_one}
        await press(pilot, "a")
        assert [notice.message for notice in inside.notices(app)] == [say("review.no_figure")], "who presses it is told why not"
        await press(pilot, "W")
        assert (await offered())[1] == {*judged, correct}


async def test_what_could_not_be_written_is_told_and_shown_as_undecided(app: XulangApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("đĩa đầy [/b]")

    monkeypatch.setattr("data.store.revise.revise", refuse)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await press(pilot, "a")
        assert [note.severity for note in inside.notices(app)] == ["error"]
        assert signs(screen).strip() == ""
        assert figure(app, COAL) == [(101.5, False)]


async def test_leaving_at_once_loses_no_decision(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("a", "escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert figure(app, COAL) == [(101.5, True)]


async def test_a_report_that_is_added_meanwhile_is_listed(app: XulangApp, tmp_path: Path) -> None:
    def texts(screen: ReviewScreen) -> set[str]:
        return {one.spot.sha256 for one in screen.candidates}

    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await press(pilot, "w", "w")
        assert len(texts(screen)) == 1
        await press(pilot, "W", "W", "a")
        number, place = len(screen.grid.rows), screen.grid.key
        (tmp_path / "other.txt").write_text(CLEAN.replace("101,5", "102,5").replace("45/BC", "46/BC"), encoding="utf-8")
        add(app.store_handle.path, [tmp_path / "other.txt"])
        app.store_changed()
        await settle(pilot)
        assert len(texts(screen)) == 2
        assert len(screen.grid.rows) > number
        assert screen.grid.key == place
        await press(pilot, "w", "w")
        assert len(texts(screen)) == 2, "its numbers that are no figures, too"


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_without_an_added_report_it_says_how_to_add_one_in_80_columns(small_store: Path, tmp_path: Path, lang: str) -> None:
    shutil.copyfile(small_store, tmp_path / "none.duckdb")
    with duckdb.connect(str(tmp_path / "none.duckdb")) as store:
        store.execute("update report set shipped = true")
    app = XulangApp(tmp_path / "none.duckdb", lang=lang, config=Config(), state=tmp_path / "session.json")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert isinstance(app.screen, ReviewScreen)
        grid = app.screen.grid
        shown = " ".join(grid.render_line(line).text.strip() for line in range(1, grid.size.height))
        assert shown.split() == app.words("review.no_reports").split()


async def test_hostile_words_are_shown_as_they_are(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "v", "w")
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.grid.rows


async def test_to_undo_is_offered_only_where_something_was_decided(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)

        def is_offered() -> bool:
            return f"u {app.words('hint.review.undo')}" in inside.words_on(screen).splitlines()[-1]

        assert not is_offered()
        await press(pilot, "a")
        assert is_offered()
        await press(pilot, "u")
        assert not is_offered()


async def test_in_an_empty_list_only_keys_that_do_something_are_hinted_at(make_app: MakeApp) -> None:
    async with make_app(lang="en").run_test(size=SIZE) as pilot:
        await press(pilot, "v", "W")
        assert "Nothing is decided yet" in inside.words_on(pilot.app.screen)
        hints = inside.words_on(pilot.app.screen).splitlines()[-1]
        assert [words for words in ("right", "no figure", "undo", "correct", "filter", "export") if words in hints] == []
        assert [words for words in ("other numbers", "esc back", "help") if words not in hints] == []


async def test_a_correction_is_seen_in_the_list_at_once_and_the_old_figure_when_it_is_undone(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter")
        form = in_front(app, CorrectScreen)
        for field, text in (("value", "1.105,1"), ("period", "2024-Q3"), ("name", "Xi măng · Sản lượng sản phẩm công nghiệp")):
            form.query_one(f"#{field}", Input).value = text
        await press(pilot, "f5")
        go_to(screen, COAL)
        row = " ".join(plain_text(cell) for cell in screen.grid.rows[screen.grid.cursor].cells)
        assert all(shown in row for shown in ("1.105,1 nghìn tấn", "Q3/2024", "Xi măng"))
        assert screen.value_text() == "1.105,1 nghìn tấn"
        await press(pilot, "u")
        go_to(screen, COAL)
        assert screen.value_text() == "101,5 nghìn tấn"


@pytest.fixture
def may_write(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Decisions are written only once this is set."""
    gate = threading.Event()

    def late(*given: Any) -> None:
        gate.wait(8)
        revise(*given)

    monkeypatch.setattr("data.store.revise.revise", late)
    return gate


async def meanwhile(pilot: Pilot[None], *keys: str) -> None:
    """Press keys while decisions are being written, each after the answers to the one before."""
    screen = in_front(pilot.app, ReviewScreen)
    for key in keys:
        await pilot.press(key)
        await until(lambda: not screen.runner.busy)
        await all_wait()


async def test_a_decision_is_listed_while_it_is_written_and_one_taken_back_is_not(
    app: XulangApp, may_write: threading.Event
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await meanwhile(pilot, "a", "w", "w", "w")
        assert [(one.spot.start, one.printed) for one in screen.candidates] == [(COAL, "101,5")]
        assert signs(screen) == "✓"
        await meanwhile(pilot, "u")
        assert inside.notices(app)[-1].message == "Đã hoàn tác: 101,5 ✓ đúng như đã đọc"
        assert screen.grid.rows == ()
        may_write.set()
        await settle(pilot)
        assert screen.grid.rows == ()
        assert figure(app, COAL) == [(101.5, False)]


async def test_the_list_of_decisions_is_read_again_when_they_are_written(app: XulangApp, may_write: threading.Event) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter")
        in_front(app, CorrectScreen).query_one("#value", Input).value = "1.105,1"
        await pilot.press("f5")
        await until(lambda: app.screen is screen)
        await meanwhile(pilot, "w", "w", "w")
        assert screen.value_text() == "1.105,1 nghìn tấn"
        may_write.set()
        await settle(pilot)
        assert screen.value_text() == "1.105,1 nghìn tấn"
        await press(pilot, "u")
        assert inside.notices(app)[-1].message == "Đã hoàn tác: 101,5 ✎ đã sửa"
        assert screen.grid.rows == ()
        await press(pilot, "u")
        assert inside.notices(app)[-1].message == "Lại như trước: 101,5 ✎ đã sửa"
        assert screen.value_text() == "1.105,1 nghìn tấn"
        await press(pilot, "u", "w")
        go_to(screen, COAL)
        assert screen.value_text() == "101,5 nghìn tấn"


async def test_what_is_not_written_yet_is_known_when_the_review_is_opened_again(
    app: XulangApp, may_write: threading.Event
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        await meanwhile(pilot, "a")
        await pilot.press("escape", "v")
        await until(lambda: isinstance(app.screen, ReviewScreen) and app.screen is not screen)
        await meanwhile(pilot, "W")
        assert signs(in_front(app, ReviewScreen)) == "✓"
        may_write.set()
        await settle(pilot)
        assert signs(in_front(app, ReviewScreen)) == "✓"


async def test_what_was_wrong_in_the_form_is_forgotten_once_it_is_typed_anew(app: XulangApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "enter", "x", "f5")
        form = in_front(app, CorrectScreen)
        assert app.words("review.wrong_value") in inside.words_on(form)
        await press(pilot, "backspace")
        assert app.words("review.wrong_value") not in inside.words_on(form)
        assert app.words("review.form_foot") in inside.words_on(form)


def test_units_are_suggested_in_the_language_in_use() -> None:
    among = Vocabulary([UnitRow("cuộc họp", "meetings"), UnitRow("làng", "villages"), UnitRow("thôn", "villages")], [], [])
    told = {lang: [(one.shown, one.more) for one in choices("unit", "", among, Words(lang))] for lang in LANGUAGES}
    assert told == {
        "vi": [("cuộc họp", ""), ("làng", ""), ("thôn", "")],
        "en": [("meetings", "cuộc họp"), ("làng", "villages"), ("thôn", "villages")],
    }


@pytest.mark.parametrize(
    ("typed", "kept"), [("thousand tonnes", "nghìn tấn"), ("nghìn tấn", "nghìn tấn"), ("%", "%"), ("", "nghìn tấn")]
)
async def test_in_english_a_unit_is_shown_and_accepted_in_english_and_in_the_words_of_the_report(
    app: XulangApp, typed: str, kept: str
) -> None:
    app.words = Words("en")
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await press(pilot, "enter")
        form = in_front(app, CorrectScreen)
        unit = form.query_one("#unit", Input)
        assert unit.value == "thousand tonnes"
        unit.value = typed or unit.value
        await press(pilot, "f5")
        (decided,) = in_front(app, ReviewScreen).worklist.decided.values()
        assert decided.patch["unit"] == kept


async def test_what_a_figure_measures_is_seen_in_80_columns(app: XulangApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        shown = inside.words_on(screen)
        assert app.words("review.measure") in shown.splitlines()[1]
        assert "% kế hoạch" in shown
