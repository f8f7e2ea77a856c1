"""The day on which a page was put out, as its title or the lines below it print it: "14/12/2023", "2023-12-14"."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

PUT_OUT = re.compile(r"(?<!\d)(?:(\d{1,2}) ?[/-] ?(\d{1,2}) ?[/-] ?(20\d\d)|(20\d\d)-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)(?!\d)")
"""A day, or a month of which no day is told."""
_SOME_DAY = 15
_HEAD = 300
"""Letters of a page in which it says when it was put out."""


def publication_day(raw: str) -> date | None:
    """The day with which a page begins, below its title; of a month alone its middle, None where it names none."""
    for found in PUT_OUT.finditer(raw[:_HEAD]):
        with suppress(ValueError):
            return date(int(found[3] or found[4]), int(found[2] or found[5]), int(found[1] or found[6] or _SOME_DAY))
    return None
