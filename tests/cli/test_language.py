"""Help, errors and tables in the language that was asked for, wherever it stands on the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.command_line import configure, options, parsers
from tui.cli import main
from tui.parsing import requested_language
from tui.words import LANGUAGES, PLAIN, texts

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("verb", parsers())
def test_help_is_whole_in_both_languages(verb: str, lang: str) -> None:
    shown = parsers(lang)[verb].format_help()
    told = texts(lang, PLAIN)
    assert told[f"verb.{verb or 'xulang'}"].split()[0] in shown
    assert shown.startswith(told["usage.usage"])
    assert "option." not in shown
    assert "verb." not in shown
    if lang == "vi":
        assert not any(word in shown for word in ("usage:", "options:", "positional", "show this"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_the_command_line_is_left_over(lang: str) -> None:
    used = {"verb.xulang"}
    for name, one in parsers(lang).items():
        used.add(f"verb.{name or 'xulang'}")
        for action in options(one):
            used |= {f"option.{name}_{action.dest}", f"option.{action.dest}"}
    worded = {key for key in texts(lang, PLAIN) if key.startswith(("verb.", "option."))}
    assert worded - used == set()


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        (["--lang", "en", "sql"], "en"),
        (["sql", "--lang=en"], "en"),
        (["sql", "--lang", "en", "--lang", "vi"], "vi"),
        (["sql", "--lang", "fr"], ""),
        (["sql", "--lang"], ""),
        ([], ""),
    ],
)
def test_the_language_is_seen_before_the_line_is_understood(arguments: list[str], lang: str) -> None:
    assert requested_language(arguments) == lang


BAD = [
    (["nope"], "nope"),
    (["sql", "--format", "nope"], "csv"),
    (["add"], "TỆP"),
    (["serve", "--port", "many"], "many"),
    (["show", "--period"], "--period"),
    (["account", "a", "b"], "không hiểu b"),
    (["sql", "--list=3"], "--list"),
    (["sql", "--f", "x"], "--file"),
]


@pytest.mark.parametrize(("arguments", "said"), BAD, ids=[" ".join(one[0]) for one in BAD])
def test_wrong_use_is_told_in_one_line_and_where_help_is(capsys: Capture, arguments: list[str], said: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    printed = capsys.readouterr()
    assert left.value.code == 2
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert said in printed.err
    assert "--help" in printed.err
    assert not any(word in printed.err for word in ("invalid", "argument", "required", "expected", "error"))


def test_errors_follow_the_language_of_the_line_then_of_the_configuration(tmp_path: Path, capsys: Capture) -> None:
    assert main(["account", "none.txt"]) == 2
    assert "không có tệp này" in capsys.readouterr().err
    configure(tmp_path, "lang = 'en'")
    assert main(["account", "none.txt"]) == 2
    assert "no such file" in capsys.readouterr().err
    assert main(["account", "none.txt", "--lang", "vi"]) == 2
    assert "không có tệp này" in capsys.readouterr().err


def test_help_and_errors_are_told_though_the_configuration_is_faulty(tmp_path: Path, capsys: Capture) -> None:
    configure(tmp_path, "lang = 'fr'")
    assert main(["account", "none.txt"]) == 2
    assert "không có tệp này" in capsys.readouterr().err


def test_tables_speak_words_and_other_formats_ids(small_store: Path, capsys: Capture) -> None:
    assert main(["show", "industry", "--db", str(small_store)]) == 0
    table = capsys.readouterr().out
    assert "yoy_pct" not in table
    assert "so với cùng kỳ, %" in table
    assert main(["show", "industry", "--format", "csv", "--db", str(small_store)]) == 0
    assert "yoy_pct" in capsys.readouterr().out


@pytest.mark.parametrize(("lang", "words"), [("vi", ("Than", "Q1/2026")), ("en", ("Coal", "Q1 2026"))])
def test_findings_are_shown_by_a_mark_and_words(small_store: Path, capsys: Capture, lang: str, words: tuple[str, ...]) -> None:
    assert main(["checks", "--lang", lang, "--db", str(small_store)]) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in ("⚠", "ⓘ"))
    assert not any(word in out for word in ("warning", "notice", "plan_drift", "disagreement", "value"))
    assert words[0] in out
