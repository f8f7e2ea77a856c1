"""A program in a pseudo-terminal, watched from outside: when which words stand on its screen, and what it costs."""

from __future__ import annotations

import fcntl
import os
import pty
import queue
import re
import signal
import struct
import sys
import termios
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS, LINES = 120, 36
QUIET = 0.06
DOWN, PAGE_DOWN, ENTER, ESCAPE = "\x1b[B", "\x1b[6~", "\r", "\x1b"
F3, F4, F5 = "\x1bOR", "\x1bOS", "\x1b[15~"
# Sequences of the kitty keyboard protocol and of terminal queries, of which pyte would draw the last letter.
UNKNOWN = re.compile(rb"\x1b\[[<=>][0-9;]*[a-z]")
CUT = re.compile(rb"\x1b(\[[<=>]?[0-9;]*)?$")


@dataclass
class Terminal:
    """A running program; what waits raises TimeoutError after ``timeout`` seconds, ChildProcessError when the program has ended.

    The times are taken when the bytes arrive; what they change is looked at afterwards, so that the slow reading of the screen
    delays nothing that is measured.

    Attributes:
        command: program and arguments.
        environment: variables added to this process's own.
    """

    command: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)
    timeout: float = 10.0

    def __enter__(self) -> Self:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self._rest = b""
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **self.environment})
            os.execvp(self.command[0], list(self.command))
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._switch = sys.getswitchinterval()
        sys.setswitchinterval(0.0005)
        self._reader = threading.Thread(target=self._stamp, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        self._reader.join(1.0)
        os.close(self._fd)
        sys.setswitchinterval(self._switch)

    def first_frame(self) -> float:
        """Seconds from the start of the program until anything stands on the screen."""
        return self.wait_for(r"\S")

    def wait_for(self, pattern: str) -> float:
        """Seconds from the start of the program until ``pattern`` stands on the screen."""
        return self._until(pattern) - self.started

    def send(self, keys: str) -> None:
        """Write ``keys`` and wait for nothing."""
        os.write(self._fd, keys.encode())

    def press(self, keys: str, pattern: str | None = None) -> float:
        """Seconds from writing ``keys`` to the first change of the screen, or until ``pattern`` stands on it."""
        self._drain()
        before = list(self.screen.display)
        written = time.perf_counter()
        os.write(self._fd, keys.encode())
        if pattern is not None:
            stamp = self._until(pattern)
        else:
            stamp = self._read(self.timeout)
            while list(self.screen.display) == before and not self.screen.dirty:
                stamp = self._read(self.timeout)
        self.settle()
        return stamp - written

    def settle(self, quiet: float = QUIET, longest: float = 3.0) -> None:
        """Wait until the program has been quiet for a moment; no longer than ``longest``, since a cursor may blink for ever."""
        limit = time.perf_counter() + longest
        while time.perf_counter() < limit:
            try:
                self._read(quiet)
            except TimeoutError:
                return

    def memory(self) -> float:
        """Peak resident memory in MB."""
        with Path(f"/proc/{self._pid}/status").open(encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))

    def processor(self) -> float:
        """Processor seconds used so far."""
        with Path(f"/proc/{self._pid}/stat").open(encoding="ascii") as stat:
            cells = stat.read().rpartition(")")[2].split()
        return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")

    def idle(self, seconds: float = 2.0) -> float:
        """Milliseconds of processor used in a second in which nothing is pressed."""
        self.settle(0.3)
        used = self.processor()
        time.sleep(seconds)
        return (self.processor() - used) / seconds * 1000

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def _until(self, pattern: str) -> float:
        wanted, stamp = re.compile(pattern), time.perf_counter()
        limit = stamp + self.timeout
        while not wanted.search(self.text()):
            if time.perf_counter() > limit:
                raise TimeoutError(f"{self.command}: {pattern!r} does not stand on the screen:\n{self.text()}")
            stamp = self._read(self.timeout)
        return stamp

    def _drain(self) -> None:
        while not self._chunks.empty():
            self._read(0)

    def _stamp(self) -> None:
        """The reading thread: every chunk with the time of its arrival, an empty one at the end."""
        chunk = b" "
        while chunk:
            try:
                chunk = os.read(self._fd, 1 << 20)
            except OSError:
                chunk = b""
            self._chunks.put((time.perf_counter(), chunk))

    def _read(self, timeout: float) -> float:
        try:
            stamp, chunk = self._chunks.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError(f"{self.command}: nothing new on the screen for {timeout} s:\n{self.text()}") from None
        if not chunk:
            raise ChildProcessError(f"{self.command} has ended:\n{self.text()}")
        self.screen.dirty.clear()
        chunk = self._rest + chunk
        begun = CUT.search(chunk)
        chunk, self._rest = (chunk[: begun.start()], begun[0]) if begun else (chunk, b"")
        self._stream.feed(UNKNOWN.sub(b"", chunk))
        return stamp
