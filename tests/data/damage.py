"""Clean text as recognition with an English model would print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

# What becomes of marked letters, as counted on aligned clean and scanned reports.
DAMAGE = {
    "á": "aaaaaaaaaaé4", "à": "a", "ả": "a", "ã": "aaaa&&36", "ạ": "a", "ă": "aai", "ắ": "aai", "ặ": "aaid", "ằ": "a",
    "â": "aaaaad", "ấ": "aaaaéi", "ầ": "a", "ậ": "a", "ẩ": "a", "é": "é", "è": "e", "ẽ": "é", "ẹ": "e", "ê": "é", "ế": "é",
    "ề": "éeé", "ể": "é", "ễ": "é", "ệ": "éééé¢", "í": "i", "ì": "i", "ỉ": "i", "ĩ": "i", "ị": "i", "ó": "oo6é", "ò": "o",
    "ỏ": "o", "õ": "o", "ọ": "o", "ô": "oooodé", "ố": "ééod6", "ồ": "oodé", "ổ": "o6éd", "ỗ": "d", "ộ": "ooooo6d", "ơ": "o",
    "ớ": "éédo6", "ờ": "oood", "ở": "oéd", "ỡ": "&d", "ợ": "ooog", "ú": "ui", "ù": "uui", "ủ": "uuua", "ũ": "u", "ụ": "u",
    "ư": "uuuw", "ứ": "uui", "ừ": "u", "ử": "u", "ữ": "u", "ự": "uuuuy", "ý": "y", "ỳ": "y", "ỷ": "y", "ỹ": "y", "đ": "d",
    "Đ": "PPD", "l": "lllllllllllllll1",
}  # fmt: skip


def damaged(text: str, rng: random.Random) -> str:
    """A clean text as recognition would print it; every letter stays in its place."""
    return "".join(rng.choice(DAMAGE[char]) if char in DAMAGE else char for char in text)
