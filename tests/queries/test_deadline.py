"""A time limit is held to even if the first stop is not heard."""

from __future__ import annotations

import threading

from queries.deadline import deadline


def test_a_stop_that_is_not_heard_is_said_again() -> None:
    said: list[int] = []
    heard = threading.Event()

    def stop() -> None:
        said.append(len(said))
        if len(said) == 3:
            heard.set()

    with deadline(0.01, stop):
        assert heard.wait(60)


def test_what_ends_in_time_is_not_stopped() -> None:
    said: list[str] = []
    with deadline(60, lambda: said.append("stop")):
        pass
    with deadline(None, lambda: said.append("stop")):
        pass
    assert said == []
