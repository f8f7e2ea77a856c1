"""The parser of the command line. Its words come from text/*.toml when help or an error has to be shown, and only then."""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tui.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tui.words import Words

EXIT_BAD_INPUT = 2
FORMATS = ("table", "csv", "json", "jsonl", "markdown")
EXPORTED = ("csv", "json", "jsonl", "markdown", "parquet", "xlsx")
# What argparse says, in the order in which it is looked for; the groups go into the texts usage.NAME.
_COMPLAINTS = (
    ("choice", r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<names>.+)\)"),
    ("number", r"argument (?P<name>.+?): invalid int value: (?P<value>.+)"),
    ("needs_value", r"argument (?P<name>.+?): expected .+"),
    ("takes_none", r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)"),
    ("missing", r"the following arguments are required: (?P<names>.+)"),
    ("unknown", r"unrecognized arguments: (?P<names>.+)"),
    ("ambiguous", r"ambiguous option: (?P<name>.+?) could match (?P<names>.+)"),
)


class Parser(argparse.ArgumentParser):
    """A parser that words help and errors, argparse's own included, in the language in use, and errors in one line.

    Args:
        verb: the verb whose options it takes; empty for the whole command line.
        words: gives the words when they are needed.
    """

    def __init__(self, *, verb: str = "", words: Callable[[], Words], **rest: Any) -> None:
        super().__init__(**rest)
        self._verb, self._words = verb, words

    def format_help(self) -> str:
        """The help in the language in use."""
        say = self._words()
        self.description = say(f"verb.{self._verb or 'xulang'}")
        self._positionals.title, self._optionals.title = say("usage.arguments"), say("usage.options")
        for action in self._actions:
            own = f"option.{self._verb}_{action.dest}"
            action.help = say(own if say.has(own) else f"option.{action.dest}")
            for verb in action._get_subactions() if isinstance(action, argparse._SubParsersAction) else ():  # noqa: SLF001
                verb.help = say(f"verb.{verb.dest}")
        self._localise()
        return super().format_help()

    def format_usage(self) -> str:
        """The usage line, in the language in use."""
        self._localise()
        return super().format_usage()

    def error(self, message: str) -> NoReturn:
        """Print one line with the error and where to find help, and exit with status 2."""
        self.exit(EXIT_BAD_INPUT, f"xulang: {self._complaint(message)}\n")

    def _localise(self) -> None:
        say = self._words()
        self.formatter_class = partial(_Formatter, say("usage.usage"))
        for action in self._actions:
            if isinstance(action.metavar, str):
                action.metavar = say.named("metavar", action.metavar)

    def _complaint(self, message: str) -> str:
        say = self._words()
        self._localise()
        told = message
        for name, form in _COMPLAINTS:
            if found := re.fullmatch(form, message, re.DOTALL):
                told = say(f"usage.{name}", **{group: _plain(said, say) for group, said in found.groupdict().items()})
                break
        return " ".join(f"{told}; {say('usage.see', command=self.prog)}".split())


class _Formatter(argparse.HelpFormatter):
    """Help whose ``usage:`` is in the language in use."""

    def __init__(self, usage: str, prog: str, **rest: Any) -> None:
        super().__init__(prog, **rest)
        self._usage = usage

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the usage line."""
        super().add_usage(usage, actions, groups, f"{self._usage} " if prefix is None else prefix)


class _Version(argparse.Action):
    """Prints the name and the version of the program, which are looked up only then, and exits."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> NoReturn:
        """Print and exit."""
        from importlib.metadata import version

        print(f"xulang {version('xulang')}")
        parser.exit()


def parser(words: Callable[[], Words] | None = None) -> Parser:
    """The parser of the whole command line; ``--db`` and ``--lang`` are taken before and after the verb."""
    say = words or (lambda: requested_words(sys.argv[1:]))
    shared = Parser(add_help=False, words=say)
    shared.add_argument("--db", type=Path, default=argparse.SUPPRESS, metavar="PATH")
    shared.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
    top = Parser(prog="xulang", parents=[shared], words=say)
    top.add_argument("--version", action=_Version, nargs=0)
    verbs = top.add_subparsers(dest="verb", metavar="VERB")

    def verb(name: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, parents=[shared], help="", verb=name, words=say)

    verb("build")
    _add_reading_verbs(verb)
    _add_asking_verbs(verb)
    one = verb("serve")
    one.add_argument("--port", type=int, default=8000)
    one.add_argument("--host", default="127.0.0.1")
    one.add_argument("--allow-remote", action="store_true")
    return top


def _add_reading_verbs(verb: Callable[[str], argparse.ArgumentParser]) -> None:
    """The verbs that read reports."""
    one = verb("add")
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one = verb("remove")
    one.add_argument("reports", nargs="+", metavar="REPORT")
    one = verb("extract")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--format", choices=("jsonl", "csv"), default="jsonl")
    one = verb("account")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--list", action="store_true", dest="listing")


def _add_asking_verbs(verb: Callable[[str], argparse.ArgumentParser]) -> None:
    """The verbs that ask the store."""
    one = verb("sql")
    one.add_argument("sql", nargs="?", metavar="SQL")
    one.add_argument("-c", "--command", metavar="SQL")
    one.add_argument("-f", "--file", type=Path, metavar="FILE")
    one.add_argument("--name", metavar="NAME")
    one.add_argument("--list", action="store_true", dest="listing")
    one.add_argument("--format", choices=(*FORMATS, "parquet", "xlsx"))
    one.add_argument("-o", "--output", type=Path, metavar="FILE")
    one.add_argument("--param", action="append", default=[], metavar="NAME=VALUE")
    one = verb("show")
    one.add_argument("subject", nargs="*", metavar="SUBJECT")
    one.add_argument("--period", metavar="ID")
    one.add_argument("--format", choices=FORMATS, default="table")
    one = verb("export")
    one.add_argument("--format", choices=EXPORTED)
    one.add_argument("-o", "--output", type=Path, metavar="FILE")
    one = verb("checks")
    one.add_argument("--format", choices=FORMATS, default="table")


def requested_words(arguments: Sequence[str]) -> Words:
    """The texts of the language that a command line or the configuration asks for, found before either is parsed."""
    from tui.words import Words

    return Words(requested_language(arguments) or _configured())


def requested_language(arguments: Sequence[str]) -> str:
    """The value of the last ``--lang`` that names a language; empty where there is none."""
    given = [after for before, after in itertools.pairwise(arguments) if before == "--lang"]
    given += [word.removeprefix("--lang=") for word in arguments if word.startswith("--lang=")]
    return next((lang for lang in reversed(given) if lang in LANGUAGES), "")


def _configured() -> str:
    from tui.config import ConfigError, config_file, read_config

    try:
        return read_config(config_file()).lang
    except ConfigError:  # reported by the verb that needs it; help and errors are shown all the same
        return ""


def _plain(said: str, say: Words) -> str:
    """A part of argparse's message without quotes, with the names of values in the language in use."""
    parts = [part.strip().strip("'\"") for part in re.split(r",\s*", said)]
    return ", ".join(say.named("metavar", part) for part in parts)
