"""The query whose answer a pane shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from queries.question import Question


class PaneQuery(NamedTuple):
    """A question with the parameters that a pane asked it with."""

    question: Question[Any]
    parameters: dict[str, Any]
