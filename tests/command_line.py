"""The command line as tests look at it: its verbs, and a configuration file for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli import parser
from tui.words import Words

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def parsers(lang: str = "vi") -> dict[str, argparse.ArgumentParser]:
    """The parser of the whole command line, named "", and of every verb; argparse has no public way to ask for them."""
    whole = parser(lambda: Words(lang))
    choices = next(action.choices for action in whole._actions if action.dest == "verb")
    return {"": whole, **dict(choices or {})}


def verbs() -> list[str]:
    """The names of all verbs."""
    return [name for name in parsers() if name]


def options(one: argparse.ArgumentParser) -> list[argparse.Action]:
    """The options and arguments of a verb, or of the whole command line."""
    return list(one._actions)


def configure(home: Path, text: str) -> None:
    """Write the configuration file of a user whose configuration lies in ``home``."""
    folder = home / "config" / "xulang"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(text, encoding="utf-8")
