"""The texts in Vietnamese and English: text/*.toml for the explorer, text/*.plain.toml for command line and errors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.plurals import pluralize

FOLDER = Path(__file__).parent / "text"
LANGUAGES = ("vi", "en")
PLAIN = ".plain"


class Words:
    """The texts of one language.

    Args:
        lang: ``vi`` or ``en``.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else "vi"
        self._said = texts(self.lang)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of ``key`` (``table.name``), with ``{name}`` replaced by the values; the key itself where it is missing.

        Behind a number ``row|rows`` is the word for one and the word for many.
        """
        text = self._found(key)
        if text is None:
            return key
        return (pluralize(text, values) if "|" in text else text).format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether there is a text of that key."""
        return self._found(key) is not None

    def named(self, table: str, name: str) -> str:
        """The text of ``name`` in a table; the name itself where it has none there."""
        found = self._found(f"{table}.{name}")
        return name if found is None else found

    def _found(self, key: str) -> str | None:
        found = self._said.get(key)
        return texts(self.lang, PLAIN).get(key) if found is None else found

    def keys(self, table: str) -> list[str]:
        """The dotted keys of a table, in the order of the file."""
        return list(places(self.lang, table))

    def place(self, key: str) -> int:
        """Where a dotted key stands in its table."""
        return places(self.lang, key.partition(".")[0])[key]

    def pick(self, vietnamese: str | None, english: str | None) -> str:
        """The text of two that is in this language, or the other where it is empty."""
        chosen = (english or vietnamese) if self.lang == "en" else (vietnamese or english)
        return chosen or ""

    @property
    def other(self) -> str:
        """The other language."""
        return "en" if self.lang == "vi" else "vi"


@cache
def texts(lang: str, part: str = "") -> dict[str, str]:
    """The texts of a language by dotted key: those of the explorer, or with `PLAIN` those of the command line and of errors."""
    import tomli  # only when the first text is needed

    tables = tomli.loads((FOLDER / f"{lang}{part}.toml").read_text(encoding="utf-8"))
    return {f"{table}.{name}": text for table, entries in tables.items() for name, text in entries.items()}


@cache
def places(lang: str, table: str) -> dict[str, int]:
    """The dotted keys of a table, numbered in the order of the file."""
    return {key: place for place, key in enumerate(key for key in texts(lang) if key.startswith(table + "."))}
