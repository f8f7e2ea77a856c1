"""The state kept from one run to the next: language, theme, periods, sector, row, open screens."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

from queries.files import replacing

if TYPE_CHECKING:
    from pathlib import Path

VERSION = 1


@dataclass
class State:
    """What is restored when the explorer starts again.

    Attributes:
        lang: ``vi`` or ``en``; empty where it was never chosen.
        theme: the name of a theme; empty where it was never chosen.
        periods: ids of the chosen periods; empty means the default ones.
        sector: the sector that was open; empty means the first.
        row: indicator and item under the cursor.
        column: the cell under the cursor; empty for the whole row.
        place: the screens that were open over the first one, each with its location.
        compared: the periods of the compare screen.
        compared_reports: its reports.
    """

    lang: str = ""
    theme: str = ""
    periods: list[str] = field(default_factory=list)
    sector: str = ""
    row: list[str] = field(default_factory=list)
    column: str = ""
    place: list[str] = field(default_factory=list)
    compared: list[str] = field(default_factory=list)
    compared_reports: list[str] = field(default_factory=list)


def state_file() -> Path:
    """The file in the user's state folder."""
    from platformdirs import user_state_path

    return user_state_path("xulang", appauthor=False) / "session.json"


def read_state(path: Path) -> State:
    """The state kept at ``path``; a fresh one where there is none or it cannot be used."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return State()
    if not isinstance(found, dict) or found.get("version") != VERSION:
        return State()
    known = {one.name: type(getattr(State(), one.name)) for one in fields(State)}
    return State(**{name: value for name, value in found.items() if name in known and _fits(value, known[name])})


def write_state(path: Path, state: State) -> None:
    """Write ``state`` to ``path``; errors are ignored, because losing it must not stop the explorer."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as beside:
            beside.write_text(json.dumps({"version": VERSION, **asdict(state)}, ensure_ascii=False), encoding="utf-8")
    except OSError:
        return


def _fits(value: Any, kind: type) -> bool:
    return isinstance(value, kind) and (not isinstance(value, list) or all(isinstance(one, str) for one in value))
