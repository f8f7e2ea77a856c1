"""Copying to the clipboard, and saying what was copied and how."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from tui.draw import clean

if TYPE_CHECKING:
    from textual.app import App

    from tui.words import Words

LONGEST = 60
"""Characters of a copied value that are shown."""

_TOOLS = (("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("pbcopy", ""), ("clip.exe", ""))
_ARGUMENTS = {"xclip": ("-selection", "clipboard")}


def copy(app: App[Any], text: str, say: Words, shown: str = "") -> None:
    """Put ``text`` on the clipboard and notify the user of it.

    Args:
        app: the running app.
        text: what is copied.
        say: the language in use.
        shown: what the user is told in its place; by default its beginning.
    """
    told = say("say.copied", text=shown or clean(text.replace("\t", "  "))[:LONGEST], way=_put(app, text))
    app.notify(told, timeout=4, markup=False)


def _put(app: App[Any], text: str) -> str:
    """Put ``text`` on the clipboard and return the name of the method used.

    The terminal is always asked through OSC 52, which also works over ssh and in tmux; where a program of this machine can
    do it as well it is used too, because some terminals do not know OSC 52 and none says whether it obeyed.
    """
    app.copy_to_clipboard(text)
    for tool, needs in _TOOLS:
        if (not needs or os.environ.get(needs)) and shutil.which(tool) and _run((tool, *_ARGUMENTS.get(tool, ())), text):
            return tool
    return "OSC 52"


def _run(command: tuple[str, ...], text: str) -> bool:
    try:
        done = subprocess.run(command, input=text.encode(), timeout=2, check=False, capture_output=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
