"""What is kept of a run and what the user has chosen for good are files that may be damaged or wrong."""

from __future__ import annotations

import contextlib
import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.docs import bindings
from tui.config import Config, ConfigError, read_config
from tui.keymap import require_free_keys, require_known_keys
from tui.session.state import State, read_state, write_state

if TYPE_CHECKING:
    from pathlib import Path


def test_the_state_comes_back_and_damage_is_forgiven(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "session.json"
    write_state(path, State(lang="en", periods=["2025"], row=["a", ""]))
    assert read_state(path) == State(lang="en", periods=["2025"], row=["a", ""])
    path.write_text("{", encoding="utf-8")
    assert read_state(path) == State()
    path.write_text(json.dumps({"version": 1, "lang": 3, "periods": [1]}), encoding="utf-8")
    assert read_state(path) == State()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lang = 'fr'", "lang"),
        ("them = 1", "them"),
        ("[keymap]\nsearch = 3", "keymap"),
        ("[keymap]\nnope = 'x'", r"config no action \(key \[keymap\] nope"),
        ("[keymap]\n'grid.dwn' = 'j'", r"\[keymap\] grid.dwn, names grid.down"),
        ("a = ", "no toml"),
        ("kitty_keyboard = 1", "kitty"),
        ("theme = 'nrd'", r"config choice .*value 'nrd', choices dark, .*nord"),
        ("theme = 3", "config choice"),
        ("[theme]\nbase = 'nrd'", "config choice"),
        ("[theme]\nbackgrund = '#ffffff'", r"config choice .*'backgrund', choices base, primary"),
        ("[theme]\ncursor = 'purple'", r"config colour \(key \[theme\] cursor, value 'purple'"),
        ("sql_seconds = -1", "config seconds"),
        ("sql_seconds = inf", r"config seconds \(key sql_seconds, value inf"),
        ("sql_seconds = nan", "config seconds"),
        ("sql_seconds = 1e10", "config seconds"),
        ("sql_memory = 512", r"config size least .*key sql_memory, value 512"),
        ("sql_memory = '512'", "config size least"),
        ("sql_memory = '16MB'", "least 32"),
        ("sql_disk = 'much'", r"config size \(key sql_disk, value 'much'"),
    ],
)
def test_a_bad_configuration_is_named(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=told):
        read_config(path)


def test_a_configuration_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    assert read_config(path) == Config()
    path.write_text("lang = 'en'\ntheme = 'light'\n[keymap]\nsearch = 'f9'", encoding="utf-8")
    assert read_config(path) == Config(lang="en", theme="light", keymap={"search": "f9"})


@pytest.mark.parametrize(
    ("keymap", "told"),
    [
        ({"grid.down": "j,q"}, r"grid.down, value q, other quit"),
        ({"review.accept": "d"}, r"review.accept, value d, other review.reject"),
        ({"search": "j"}, r"search, value j, other grid.down"),
        ({"search": "f3,ctrl+f"}, ""),
        ({"grid.down": "down,j,ctrl+n"}, ""),
        ({"grid.down": "j,q", "quit": "Q"}, ""),
        ({"sql.copy": "c"}, ""),
    ],
    ids=["everywhere", "same place", "in tables", "its own", "of the console", "made free", "in a window"],
)
def test_a_key_that_is_taken_from_another_action_is_told(keymap: dict[str, str], told: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=told) if told else contextlib.nullcontext():
        require_free_keys(tmp_path / "config.toml", keymap)


@pytest.mark.parametrize("keys", ["ctrl+foo", "f9,ctlr+r", "return", "pgdown", "shift+ctrl+up", "ctrl+R", "f9,", "f44"])
def test_a_key_that_no_terminal_sends_is_told(keys: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config no key \(key \[keymap\] quit, value '" + re.escape(keys.rpartition(",")[2])):
        require_known_keys(tmp_path / "config.toml", {"quit": keys})


@pytest.mark.parametrize(
    "keys", ["Q", "đ", "f9, ctrl+r", "slash,minus,question_mark", "ctrl+@,ctrl+space", "ctrl+shift+up", "alt+x", "enter,tab", "?"]
)
def test_every_key_that_a_terminal_sends_may_be_chosen(keys: str, tmp_path: Path) -> None:
    require_known_keys(tmp_path / "config.toml", {"quit": keys})


def test_the_keys_of_the_explorer_itself_are_known(tmp_path: Path) -> None:
    require_known_keys(tmp_path / "config.toml", {one.id or "": one.key for own in bindings().values() for one in own})
