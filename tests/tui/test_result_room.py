"""The first columns of an answer fit into a narrow terminal, and with them its first number."""

from __future__ import annotations

import pytest

from tui.model.result import ResultView

TEXT, NUMBER = "VARCHAR", "DOUBLE"


def fitted(types: list[str], needs: list[int], room: int) -> list[int]:
    """The widths that columns get which would like to have others."""
    view = ResultView(tuple(map(str, range(len(types)))), tuple(types))
    view.needs = needs
    view.fit(room, 2)
    return view.widths


@pytest.mark.parametrize(
    ("types", "needs", "widths"),
    [
        ([TEXT, TEXT, NUMBER], [50, 20, 8], [42, 20, 8]),
        ([TEXT, TEXT, TEXT, NUMBER, TEXT, TEXT], [20, 60, 60, 8, 30, 30], [20, 21, 21, 8, 21, 21]),
        ([TEXT, TEXT, NUMBER, TEXT, TEXT], [60, 60, 24, 60, 60], [24, 24, 24, 24, 24]),
        ([NUMBER, TEXT, TEXT, TEXT], [8, 60, 60, 60], [8, 20, 20, 20]),
        ([NUMBER, *[TEXT] * 5], [8, *[60] * 5], [8, *[28] * 5]),
        ([TEXT] * 6, [60] * 6, [28] * 6),
        ([*[TEXT] * 6, NUMBER], [*[60] * 6, 8], [*[28] * 6, 8]),
    ],
    ids=["all fit", "the number behind names", "a long number", "few", "the number is first", "no number", "too far"],
)
def test_names_give_way_to_the_first_number_behind_them(types: list[str], needs: list[int], widths: list[int]) -> None:
    assert fitted(types, needs, 76) == widths
