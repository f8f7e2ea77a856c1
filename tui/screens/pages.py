"""The pages that open over the first screen, each imported when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tui.screens.page import Page

PAGES = {
    "drill": "DrillScreen", "compare": "CompareScreen", "checks": "ChecksScreen", "reports": "ReportsScreen",
    "review": "ReviewScreen", "search": "SearchScreen",
}  # fmt: skip
"""The class of every page by the module of this package that holds it."""


def page_kind(name: str) -> type[Page]:
    """The class of a page, given by its module."""
    return cast("type[Page]", getattr(import_module(f"tui.screens.{name}"), PAGES[name]))
