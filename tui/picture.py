"""A picture of the screen, as SVG, in the folder that the explorer was started in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import UsageError, error_line
from tui.export import unused_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from tui.words import Words

CLOSING = 0.08
"""Seconds after which the palette, if the picture was asked for there, has closed; while it closes nothing is laid out anew."""


def without_messages(app: App[Any], act: Callable[[], None]) -> None:
    """Hide the messages to the user, act once the screen stands without them, and show them again."""
    racks = [rack for screen in app.screen_stack for rack in screen.query("ToastRack")]

    def acted() -> None:
        try:
            act()
        finally:
            for rack in racks:
                rack.remove_class("-hidden")

    for rack in racks:
        rack.add_class("-hidden")
    app.set_timer(CLOSING, lambda: app.screen.call_after_refresh(acted))


def save_picture(app: App[Any], say: Words) -> None:
    """Save a picture of the screen and notify the user of its path or of the error."""
    path = unused_path(Path.cwd() / f"xulang-{datetime.now():%Y%m%d-%H%M%S}.svg")
    try:
        path.write_text(app.export_screenshot(title=app.title, simplify=True), encoding="utf-8")
    except OSError as error:
        app.notify(
            error_line(UsageError("unwritable_output", path, reason=error), say), severity="error", markup=False, timeout=10
        )
    else:
        app.notify(say("say.pictured", path=path), markup=False, timeout=6)
