"""Textual's driver for Linux and macOS, except that it sleeps until something is typed instead of looking ten times a second."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from selectors import EVENT_READ, SelectSelector
from typing import TYPE_CHECKING

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from selectors import BaseSelector

SIZE = 4096
"""Bytes that are read at once."""
QUIET = constants.ESCAPE_DELAY + 0.005
"""Seconds of silence after which the parser's own delay is surely over: what was typed last is a whole key then."""


def heard(typed: int, ended: int, selector: BaseSelector) -> Iterator[str]:
    """What comes from the file ``typed`` until its end, or until ``ended`` can be read; an empty text once it has been quiet.

    Between an empty text and the next input nothing runs at all. A lone escape may be a key or begin another one's sequence: only
    time tells, so after every input there is a moment's wait.
    """
    # A byte that is no text, as of a terminal in another encoding, must not end the explorer.
    decode = getincrementaldecoder("utf-8")(errors="replace").decode
    for file in (typed, ended):
        selector.register(file, EVENT_READ)
    wait: float | None = None
    while ended not in (ready := {key.fd for key, _ in selector.select(wait)}):
        if typed not in ready:
            wait = None
            yield ""
        elif data := os.read(typed, SIZE):
            wait = QUIET
            yield decode(data)
        else:
            # The end of a file can be read for ever.
            return


class SleepingDriver(LinuxDriver):
    """The driver; its thread for input is woken by a pipe when it is to end.

    It stands in for one method of Textual's driver, `run_input_thread`, and relies on `start_application_mode` to begin that
    thread and on `disable_input` to wait for its end: another Textual than the pinned one is to be compared with it.
    """

    _pipe: tuple[int, int] | None = None

    def start_application_mode(self) -> None:
        """Take the terminal, and begin to listen."""
        if self._key_thread is not None and self._key_thread.is_alive():
            # Continued after SIGSTOP, which leaves no time to give the terminal back: it is taken from the beginning.
            self.suspend_application_mode()
        if self._pipe is None:
            # There is one where the terminal was refused, as to a program in the background, and is taken once it is granted.
            self._pipe = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def resume_application_mode(self) -> None:
        """Take the terminal again, and paint it: what was on it is lost."""
        self._app.call_later(self._app.refresh, layout=True)
        super().resume_application_mode()

    def disable_input(self) -> None:
        """Listen no more."""
        if self._pipe is None:
            return
        ended, end = self._pipe
        self._pipe = None
        # With nobody left to write to it, the other end can be read.
        os.close(end)
        super().disable_input()
        os.close(ended)

    def run_input_thread(self) -> None:
        """Pass on what is typed until the input is disabled."""
        pipe = self._pipe
        if pipe is None:
            return
        parser = XTermParser(self._debug)
        with SelectSelector() as selector:
            for text in heard(self.fileno, pipe[0], selector):
                for message in parser.feed(text) if text else parser.tick():
                    self.process_message(message)
        if self._pipe is pipe:
            # The terminal is gone, and told only the shell.
            self._app.call_later(self._app.exit)
