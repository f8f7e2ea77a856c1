"""A picture of the screen, as SVG, in the folder that the explorer was started in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.errors import UsageError, error_line

if TYPE_CHECKING:
    from textual.app import App

    from tui.words import Words


def save_picture(app: App[Any], say: Words) -> None:
    """Save a picture of the screen and notify the user of its path or of the error."""
    path = Path.cwd() / f"xulang-{datetime.now():%Y%m%d-%H%M%S}.svg"
    try:
        path.write_text(app.export_screenshot(title=app.title, simplify=True), encoding="utf-8")
    except OSError as error:
        app.notify(
            error_line(UsageError("unwritable_output", path, reason=error), say), severity="error", markup=False, timeout=10
        )
    else:
        app.notify(say("say.pictured", path=path), markup=False, timeout=6)
