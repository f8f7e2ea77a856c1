"""The day of publication of a page, as its title or the lines below print it: "14/12/2023", "2023-12-14"."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

PUT_OUT = re.compile(r"(?<!\d)(?:(\d{1,2}) ?[/-] ?(\d{1,2}) ?[/-] ?(20\d\d)|(20\d\d)-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)(?!\d)")
"""A day, or a month without a day."""
_SOME_DAY = 15
_HEAD = 300
"""Characters at the beginning of a page that are searched."""


def publication_day(raw: str) -> date | None:
    """The day in the first lines of a page; the middle of a month without a day, None where there is neither."""
    for found in PUT_OUT.finditer(raw[:_HEAD]):
        with suppress(ValueError):
            return date(int(found[3] or found[4]), int(found[2] or found[5]), int(found[1] or found[6] or _SOME_DAY))
    return None
