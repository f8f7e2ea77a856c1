"""Days and moments as a language writes them: ``31/12/2025`` in Vietnamese, ``31 Dec 2025`` in English."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(date: date, lang: str) -> str:
    """A day with its year."""
    return f"{date.day}/{date.month}/{date.year}" if lang == "vi" else f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def moment(text: str, lang: str) -> str:
    """Day and time of a moment written as ISO 8601, without the year; what is none is shown as it is."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{at:%d/%m %H:%M}" if lang == "vi" else f"{at.day} {MONTHS[at.month - 1]} {at:%H:%M}"
