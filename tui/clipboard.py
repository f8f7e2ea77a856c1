"""Copying to the clipboard, and saying what was copied and how."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from textual.worker import get_current_worker

from tui.draw import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import App

    from tui.words import Words

LONGEST = 60
"""Characters of a copied value that are shown."""
TERMINAL = ""
"""The way of the terminal itself, which no program of this machine is."""

_TOOLS = (("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("pbcopy", ""), ("clip.exe", ""))
_ARGUMENTS = {"xclip": ("-selection", "clipboard")}


_ONE_BY_ONE = Lock()


def copy(app: App[Any], text: str, say: Words, shown: str = "") -> None:
    """Put ``text`` on the clipboard and notify the user of it.

    The terminal is always asked through OSC 52, which also works over ssh and in tmux; where a program of this machine can
    do it as well it is used too, because some terminals do not know OSC 52 and none says whether it obeyed. A program may take
    its time: nothing waits for it but the notification.

    Args:
        app: the running app.
        text: what is copied.
        say: the language in use.
        shown: what the user is told in its place; by default its beginning.
    """
    app.copy_to_clipboard(text)
    told = shown or clean(text.replace("\t", "  "))[:LONGEST]

    def tell(way: str) -> None:
        app.notify(say("say.copied", text=told, way=way or say("say.by_terminal")), timeout=4, markup=False)

    if tools := _tools():
        work = partial(_fill, tools, text, tell)
        app.run_worker(work, thread=True, exclusive=True, exit_on_error=False, group="clipboard", name="clipboard")
    else:
        tell(TERMINAL)


def _tools() -> list[str]:
    """The programs of this machine that can fill the clipboard."""
    return [tool for tool, needs in _TOOLS if (not needs or os.environ.get(needs)) and shutil.which(tool)]


def _fill(tools: Sequence[str], text: str, tell: Callable[[str], None]) -> None:
    """Put ``text`` on the clipboard with the first program that succeeds, unless something was copied since, and tell which."""
    worker = get_current_worker()
    # What was copied last must be put there last.
    with _ONE_BY_ONE:
        if not worker.is_cancelled:
            tell(next((tool for tool in tools if _run((tool, *_ARGUMENTS.get(tool, ())), text)), TERMINAL))


def _run(command: tuple[str, ...], text: str) -> bool:
    # One that goes on in the background to serve the clipboard would keep pipes for its output open.
    away = subprocess.DEVNULL
    try:
        done = subprocess.run(command, input=text.encode(), timeout=2, check=False, stdout=away, stderr=away)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
