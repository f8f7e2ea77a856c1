"""Saving and restoring the screens that were open over the first one, with their cursors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.screens.page import Page
from tui.screens.pages import PAGES, page_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import Screen

    from tui.session.state import State

_NAMES = {kind: name for name, kind in PAGES.items()}
SEPARATOR = "\t"
"""Stands between the name of a screen and the parts of its location."""


def save_screens(state: State, screens: Iterable[Screen[Any]]) -> None:
    """Record in the state which screens are open, and where their cursors are; one that is just being opened has none."""
    opened = [screen for screen in screens if isinstance(screen, Page) and screen.is_mounted]
    pages = [page for page in opened if type(page).__name__ in _NAMES]
    state.place = [SEPARATOR.join([type(page).__name__, *page.location()]) for page in pages]


def restore_screens(state: State, push: Callable[[Page], object]) -> None:
    """Reopen the screens that the state names, as far as their locations are still valid."""
    places, state.place = state.place, []
    for place in places:
        name, *location = place.split(SEPARATOR)
        if name in _NAMES:
            page = page_kind(_NAMES[name])()
            if page.restore(location):
                push(page)
