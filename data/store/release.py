"""A fingerprint of what a store was built from, data and reader, cheap enough to be compared at every start."""

from __future__ import annotations

import os
from zlib import crc32

DATA = os.path.dirname(os.path.dirname(__file__))


def release() -> str:
    """The fingerprint of the present data and reader; a store with another one is out of date.

    The reader is a part of it, though that costs every start three milliseconds: otherwise the reports that a user added would
    stay as an older reader understood them, and nothing would say so.
    """
    found = sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(DATA)
        for name in names
        if name.endswith((".csv", ".toml", ".sql", ".py"))
    )
    digest = 0
    for path in found:
        with open(path, "rb") as file:
            digest = crc32(file.read(), crc32(os.path.basename(path).encode(), digest))
    return f"{digest:08x}"
