"""The limits of a question in the console, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.words import Words


def limits_line(settings: Mapping[str, str | int], seconds: float, say: Words) -> str:
    """Threads, memory and time that a question may take; empty until the store is open.

    Args:
        settings: those in force in the store.
        seconds: the time; 0 for no limit.
        say: the language.
    """
    if not settings:
        return ""
    memory = str(settings["memory_limit"]).replace("MB", " MB").replace("GB", " GB").replace("  ", " ")
    said = say("console.limits", threads=settings["threads"], memory=memory)
    return f"{said} · {say('console.seconds', seconds=f'{seconds:g}')}" if seconds else said
