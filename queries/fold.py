"""The spelling in which the store's ``folded`` columns are searched: lower case, no diacritics, đ as d."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """``"Đàn trâu"`` gives ``"dan trau"``; the same as the store's macro ``fold``."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
