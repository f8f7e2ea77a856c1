"""How the explorer waits for what is typed: without looking for it again and again."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import sys
import termios
from contextlib import contextmanager, suppress
from selectors import SelectSelector
from typing import TYPE_CHECKING, Any

import pytest
from textual import constants
from textual.app import App
from textual.drivers.web_driver import WebDriver

from tests.tui.conftest import MakeApp, until
from tui import driver
from tui.driver import SleepingDriver, heard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from selectors import SelectorKey

    from textual.events import Key


class Noted(SelectSelector):
    """A selector that notes how long each wait may take."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float | None] = []

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        self.waits.append(timeout)
        return super().select(timeout)


@pytest.fixture
def pipes() -> Iterator[tuple[int, int, int, int]]:
    """Two pipes: what is typed and where to type, the end and where to close it."""
    ends = (*os.pipe(), *os.pipe())
    yield ends
    for end in ends:
        with suppress(OSError):
            os.close(end)


def test_between_keys_nothing_is_looked_for(pipes: tuple[int, int, int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "QUIET", 0.001)
    typed, keyboard, ended, end = pipes
    with Noted() as selector:
        texts = heard(typed, ended, selector)
        os.write(keyboard, "ạ".encode())
        assert next(texts) == "ạ"
        assert next(texts) == "", "after a moment of silence an escape is known to be a key"
        os.write(keyboard, b"\x1b[A")
        assert next(texts) == "\x1b[A"
        assert selector.waits == [None, 0.001, None], "a wait without limit lasts until the next key"
        os.close(end)
        assert list(texts) == []


def test_an_input_that_is_closed_is_not_read_for_ever(pipes: tuple[int, int, int, int]) -> None:
    typed, keyboard, ended, _end = pipes
    os.write(keyboard, b"a\xffb")
    os.close(keyboard)
    with Noted() as selector:
        assert list(heard(typed, ended, selector)) == ["a\ufffdb"], "a byte that is no text is shown as such"
        assert len(selector.waits) == 2


def test_the_explorer_sleeps_in_a_terminal_and_not_in_a_browser(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    assert make_app().driver_class is SleepingDriver
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.web_driver:WebDriver")
    assert make_app().driver_class is WebDriver


class Noting(App[None]):
    """Notes the keys it is given."""

    def __init__(self) -> None:
        super().__init__(driver_class=SleepingDriver)
        self.keys: list[str] = []

    def on_key(self, event: Key) -> None:
        self.keys.append(event.key)


@contextmanager
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal in which this process seems to run; what it shows is thrown away. Gives where to type."""
    keyboard, screen = pty.openpty()
    os.set_blocking(keyboard, False)
    loop = asyncio.get_running_loop()

    def throw_away() -> None:
        with suppress(BlockingIOError):
            os.read(keyboard, 1 << 16)

    kept = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)}
    loop.add_reader(keyboard, throw_away)
    with open(screen, closefd=False) as typed, open(screen, "w", closefd=False) as shown:
        monkeypatch.setattr(sys, "__stdin__", typed)
        monkeypatch.setattr(sys, "__stderr__", shown)
        yield keyboard
    loop.remove_reader(keyboard)
    for number, handler in kept.items():
        signal.signal(number, handler)
    os.close(keyboard)
    os.close(screen)


async def test_keys_are_heard_until_the_terminal_is_given_back_and_again_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as keyboard:
        app = Noting()
        running = asyncio.create_task(app.run_async())
        await until(lambda: app.is_running)
        os.write(keyboard, b"a\x1b[B\x1b")
        await until(lambda: app.keys == ["a", "down", "escape"])
        with app.suspend():
            os.write(keyboard, b"b")
        os.write(keyboard, b"c")
        await until(lambda: app.keys[-1] == "c")
        app.exit()
        await running


async def test_a_terminal_that_is_refused_in_the_background_is_taken_in_the_foreground(monkeypatch: pytest.MonkeyPatch) -> None:
    granted = termios.tcsetattr

    def refused(*_: Any) -> None:
        monkeypatch.setattr(termios, "tcsetattr", granted)
        signal.raise_signal(signal.SIGCONT)
        raise termios.error

    with terminal(monkeypatch) as keyboard:
        monkeypatch.setattr(termios, "tcsetattr", refused)
        app = Noting()
        running = asyncio.create_task(app.run_async())
        await until(lambda: app.is_running)
        os.write(keyboard, b"a")
        await until(lambda: app.keys == ["a"])
        app.exit()
        await running


class Deaf(SleepingDriver):
    """Hears nothing but the end."""

    def start_application_mode(self) -> None:
        typed, keyboard = os.pipe()
        os.close(keyboard)
        self.fileno = typed
        super().start_application_mode()


async def test_the_explorer_ends_with_its_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch):
        app = Noting()
        app.driver_class = Deaf
        await app.run_async()
