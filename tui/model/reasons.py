"""Why a number was taken for what it is: the name of the reader's rule, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.words import Words

TABLE = "because"
"""The table of the words of reasons."""


def in_words(reason: str, say: Words) -> str:
    """A reason in the language in use; one without words stays as the reader names it.

    What a change measures goes behind the rule that found the change, and both have words of their own.
    """
    if say.has(f"{TABLE}.{reason}"):
        return say(f"{TABLE}.{reason}")
    for end in range(len(reason) - 1, 0, -1):
        if say.has(f"{TABLE}.{reason[:end]}") and say.has(f"{TABLE}.{reason[end:]}"):
            return say(f"{TABLE}.{reason[:end]}") + say(f"{TABLE}.{reason[end:]}")
    return reason
