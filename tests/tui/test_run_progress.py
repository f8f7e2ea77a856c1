"""The progress of a run is shown only while it keeps what it promised."""

from __future__ import annotations

from tui.model.run_progress import RunProgress


def shown(*estimates: tuple[float, float | None]) -> list[float | None]:
    progress = RunProgress()
    return [progress.believed(seconds, done) for seconds, done in estimates]


def test_a_run_that_goes_on_as_it_began_shows_how_far_it_is() -> None:
    assert shown((0.3, 3), (0.6, 6), (1.2, 11), (3, 32), (9, 90)) == [None, None, 11, 32, 90]


def test_a_run_that_is_nearly_done_at_once_and_stays_so_shows_nothing() -> None:
    assert shown((0.3, 95), (0.9, 95), (1.2, 95.1), (60, 99)) == [None] * 4


def test_without_an_estimate_nothing_is_shown() -> None:
    assert shown((0.5, None), (2, None), (3, 0)) == [None] * 3
