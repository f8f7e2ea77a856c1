"""The documentation is complete and true: every key, verb, option, setting and picture, and the output it shows."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from data.store.shipped import OBSERVATIONS
from tests import docs
from tests.command_line import options, parsers, verbs
from tests.screenshots import FOLDER, PICTURES, Picture, words_of
from tui.config import COLOURS, Config, read_config
from tui.words import LANGUAGES, texts

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "\n".join(page.read_text(encoding="utf-8") for page in docs.PAGES)
SHARED = {"-h", "--help", "--db", "--lang"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_has_an_id_and_words(lang: str) -> None:
    said = texts(lang)
    bound = [(place, binding) for place, own in docs.bindings().items() for binding in own]
    assert [(place, binding.key) for place, binding in bound if f"key.{binding.id}" not in said] == []


def test_no_words_are_left_of_a_key_that_is_no_more() -> None:
    known = {binding.id for own in docs.bindings().values() for binding in own}
    worded = {name.partition(".")[2].rpartition(":")[2] for name in texts("vi") if name.startswith(("key.", "hint."))}
    assert worded - known == set()


def test_the_key_table_is_what_is_bound() -> None:
    shown = TEXT.split(docs.BEGIN)[1].split(docs.END)[0].strip()
    assert shown == docs.key_table().strip(), "make docs brings the pages up to date"


def test_every_place_with_keys_has_a_heading_in_words_and_no_other_place_has() -> None:
    assert docs.PLACES.keys() == docs.bindings().keys()


@pytest.mark.parametrize("verb", verbs())
def test_every_option_is_in_the_table_of_verbs(verb: str) -> None:
    line = next((line for line in TEXT.splitlines() if re.match(rf"\| `xulang {verb}\b", line)), "")
    named = [name for option in options(parsers()[verb]) for name in option.option_strings]
    words = re.findall(r"(?<![\w-])--?\w[\w-]*", line)
    assert line
    assert set(named) - SHARED - set(words) == set()
    assert {word for word in words if word.startswith("--")} <= set(named)


def test_every_verb_of_the_documentation_exists() -> None:
    assert set(re.findall(r"`xulang ([a-z]+)", TEXT)) == set(verbs())


def test_options_of_every_verb_are_told_once() -> None:
    assert all(f"`{name}" in TEXT for name in SHARED - {"-h"})


def test_the_configuration_shown_is_whole_and_works(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert shown is not None
    file = tmp_path / "config.toml"
    file.write_text(shown[1], encoding="utf-8")
    config = read_config(file)
    assert [field.name for field in fields(Config) if not re.search(rf"^\[?{field.name}\b", shown[1], re.MULTILINE)] == []
    known = {binding.id for own in docs.bindings().values() for binding in own}
    assert config.keymap.keys() <= known


def test_colours_of_ones_own_are_set_as_shown(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```toml\n(\[theme\]\n.*?)```", TEXT, re.DOTALL)
    (tmp_path / "config.toml").write_text(shown, encoding="utf-8")
    assert isinstance(theme := read_config(tmp_path / "config.toml").theme, dict)
    assert [name for name in COLOURS if name not in theme and not re.search(rf"\b{name}\b", shown)] == []


def test_pictures_named_are_there_and_no_others() -> None:
    named = re.findall(r"\(docs/screenshots/([\w-]+)\.svg\)", TEXT)
    assert sorted(named) == sorted(picture.name for picture in PICTURES)
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(named)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_shows_what_it_is_for(picture: Picture) -> None:
    seen = words_of((FOLDER / f"{picture.name}.svg").read_text(encoding="utf-8"))
    assert [words for words in picture.holds if words not in seen] == []


def test_output_shown_is_what_is_printed(shipped_store: Path) -> None:
    shown = list(docs.commands(TEXT))
    assert shown
    for command, said in shown:
        assert said == docs.output(command, shipped_store), "make docs brings the pages up to date"


def test_as_many_figures_ship_as_the_documentation_says() -> None:
    shipped = sum(len(file.read_text(encoding="utf-8").splitlines()) - 1 for file in OBSERVATIONS.glob("*.csv"))
    assert set(re.findall(r"[\d,]+(?= (?:shipped )?figures of| shipped figures)", TEXT)) == {f"{shipped:,}"}


def test_make_targets_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (docs.README.parent / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", TEXT)) <= targets


def test_tests_named_exist() -> None:
    named = re.findall(r"\btests/[\w/.]+\.(?:py|txt)\b", TEXT)
    assert named
    assert [name for name in named if not (docs.README.parent / name).is_file()] == []


@pytest.mark.parametrize("page", docs.PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", page.read_text(encoding="utf-8")):
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
