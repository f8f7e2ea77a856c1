"""Themes: our three, those of Textual, and colours of one's own."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.tui.conftest import MakeApp, opened, press
from tui.config import COLOURS, THEME_NAMES, Config
from tui.textual_themes import READABLE, contrast
from tui.themes import LIGHT, NAMED, NAMES, OWN, next_theme, theme_label, themes
from tui.widgets.painter import LOOKS
from tui.words import Words

OTHERS = [name for name in THEME_NAMES if name not in NAMES]


def test_every_theme_of_textual_that_has_colours_of_its_own_can_be_named() -> None:
    assert set(OTHERS) == {name for name, theme in BUILTIN_THEMES.items() if not theme.ansi}


@pytest.mark.parametrize("name", OTHERS)
def test_all_words_can_be_read_in_a_theme_of_textual(name: str) -> None:
    theme = themes(name)[name]
    colours = {**theme.variables, **{field: getattr(theme, field) for field in COLOURS if hasattr(theme, field)}}

    def told(role: str, ground: str) -> float:
        return contrast(Color.parse(colours[role]), Color.parse(colours[ground]))

    shown = {role: told(colour, ground or "background") for role, (colour, ground, _) in LOOKS.items() if role != "label"}
    assert {role: told for role, told in shown.items() if told < READABLE} == {}
    assert [role for role in ("dim", "primary", "bright") if told(role, "panel") < READABLE] == []


def test_colours_of_ones_own_change_a_theme() -> None:
    own = themes({"base": "light", "primary": "#7a3e9d", "cursor": "#eadcf4"})[OWN]
    assert (own.primary, own.variables["cursor"]) == ("#7a3e9d", "#eadcf4")
    assert (own.background, own.variables["lit"], own.dark) == (LIGHT.background, LIGHT.variables["lit"], False)


def test_the_theme_of_the_configuration_is_in_the_round() -> None:
    among = themes("nord")
    assert [next_theme(name, among) for name in among] == [*list(among)[1:], "nord"]
    assert themes("light") == themes("") == NAMED
    assert [theme_label(name, Words("en")) for name in ("nord", OWN, LIGHT.name)] == ["nord", "Your own colours", "Light"]


async def test_a_theme_is_chosen_by_its_key_and_by_its_name(make_app: MakeApp) -> None:
    async with opened(make_app(lang="en", config=Config(theme={"base": "nord", "primary": "#88aa00"}))) as pilot:
        assert pilot.app.theme == OWN
        await press(pilot, "t")
        assert pilot.app.theme == "xulang-dark"
        await press(pilot, "ctrl+p", *"your own", "enter")
        assert pilot.app.theme == OWN
