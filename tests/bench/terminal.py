"""A program in a pseudo-terminal, watched from outside: when which words stand on its screen, and what it costs."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS, LINES = 120, 36
QUIET = 0.06


@dataclass
class Terminal:
    """A running program; every method that waits raises TimeoutError after ``timeout`` seconds.

    Attributes:
        command: program and arguments.
        environment: variables added to this process's own.
    """

    command: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)
    timeout: float = 30.0

    def __enter__(self) -> Terminal:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **self.environment})
            os.execvp(self.command[0], list(self.command))
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    def wait_for(self, pattern: str) -> float:
        """Seconds from the start of the program until ``pattern`` stands on the screen."""
        wanted = re.compile(pattern)
        while not wanted.search("\n".join(self.screen.display)):
            stamp = self._read(self.timeout)
        return stamp - self.started

    def press(self, keys: str, pattern: str | None = None) -> float:
        """Seconds from writing ``keys`` to the first change of the screen, or until ``pattern`` stands on it."""
        before = self.screen.display
        written = time.perf_counter()
        os.write(self._fd, keys.encode())
        wanted = re.compile(pattern) if pattern else None
        while True:
            stamp = self._read(self.timeout)
            text = self.screen.display
            if wanted.search("\n".join(text)) if wanted else text != before or self._cursor_moved():
                break
        self.settle()
        return stamp - written

    def settle(self) -> None:
        """Wait until the program has been quiet for a moment."""
        while True:
            try:
                self._read(QUIET)
            except TimeoutError:
                return

    def memory(self) -> float:
        """Peak resident memory in MB."""
        with open(f"/proc/{self._pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))

    def processor(self) -> float:
        """Processor seconds used so far."""
        with open(f"/proc/{self._pid}/stat", encoding="ascii") as stat:
            cells = stat.read().rpartition(")")[2].split()
        return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")

    def _cursor_moved(self) -> bool:
        # A table's cursor changes colours, not characters: any repaint counts.
        return bool(self.screen.dirty)

    def _read(self, timeout: float) -> float:
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            raise TimeoutError(f"{self.command[0]}: nothing new on the screen for {timeout} s")
        self.screen.dirty.clear()
        chunk = os.read(self._fd, 1 << 16)
        stamp = time.perf_counter()
        self._stream.feed(chunk)
        return stamp
