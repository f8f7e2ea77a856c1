"""A fingerprint of the data that a store was built from, cheap enough to be compared at every start."""

from __future__ import annotations

import os
from zlib import crc32

DATA = os.path.dirname(os.path.dirname(__file__))


def release() -> str:
    """The fingerprint of the present data; a store with another one is out of date."""
    found = sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(DATA)
        for name in names
        if name.endswith((".csv", ".toml", ".sql"))
    )
    digest = 0
    for path in found:
        with open(path, "rb") as file:
            digest = crc32(file.read(), crc32(os.path.basename(path).encode(), digest))
    return f"{digest:08x}"
