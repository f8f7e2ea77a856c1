"""What copies of one text have in common, however they were saved: encoding, line ends, blanks at the ends of lines."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def text_sha256(text: str) -> str:
    """Hash of a text, in hexadecimal, that is the same for all of its copies."""
    lines = (line.rstrip() for line in unicodedata.normalize("NFC", _unix(text)).split("\n"))
    return sha256("\n".join(lines).strip("\n").encode("utf-8", "surrogatepass")).hexdigest()


def as_first_saved(text: str, wanted: str) -> str | None:
    """The text of which a text is a copy, by the hash of the bytes that it had in UTF-8; None where that cannot be told."""
    return next((one for one in _forms(_unix(text)) if sha256(one.encode("utf-8", "surrogatepass")).hexdigest() == wanted), None)


def _forms(text: str) -> Iterator[str]:
    """A text as it is and with composed letters, each with the usual ends."""
    for one in dict.fromkeys((text, unicodedata.normalize("NFC", text))):
        yield from (one, one.rstrip("\n") + "\n", one.rstrip("\n"))


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
