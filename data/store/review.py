"""Applying reviewed corrections to what the reader gives; corrections are data and survive a new reading."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from data.store.records import ObservationRow, patched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.store.records import PassageRow, ReviewRow

ACTIONS = ("accept", "correct", "reject", "add")
_TYPES: dict[str, type[float | int]] = {"value": float, "confidence": float, "passage": int}
_NEVER_NONE = {"unit", "measure", "period", "status"}


class StaleReviewError(ValueError):
    """A correction no longer meets a figure of the reader; it is reported, never dropped in silence."""


def apply_corrections(
    observations: Iterable[ObservationRow], reviews: Sequence[ReviewRow], passages: Sequence[PassageRow], text: str
) -> list[ObservationRow]:
    """The observations after review, in text order.

    Args:
        observations: what the reader gives.
        reviews: the corrections of this report.
        passages: the report's passages, to place figures that the reader missed.
        text: the raw text, from which ``printed`` is taken.

    Raises:
        StaleReviewError: a ``correct`` or ``reject`` meets no figure, or the action is unknown.
    """
    rows = {(row.source_start, row.source_end): row for row in observations}
    for review in reviews:
        place = (review.source_start, review.source_end)
        if review.action == "reject":
            _must_meet(rows, review)
            del rows[place]
        elif review.action == "correct":
            _must_meet(rows, review)
            rows[place] = _corrected(rows[place], _changes(review.patch))
        elif review.action == "add":
            rows[place] = _added(review, passages, text)
        elif review.action == "accept":
            for key, row in rows.items():
                if review.source_start <= key[0] < review.source_end and not row.reviewed:
                    rows[key] = replace(row, reviewed=True)
        else:
            raise StaleReviewError(f"{place}: unknown action {review.action!r}; one of {', '.join(ACTIONS)}")
    return sorted(rows.values(), key=lambda row: row.source_start)


def apply_decisions(
    observations: Sequence[ObservationRow], reviews: Sequence[ReviewRow], passages: Sequence[PassageRow], text: str
) -> list[ObservationRow]:
    """As `apply_corrections`, for decisions made in the app, which must hold whatever a later reader finds.

    A correction says all that the figure is, so where the figure is not found any more it puts it there; a rejection of what is
    not found is fulfilled.
    """
    found = {(row.source_start, row.source_end) for row in observations}
    lasting = []
    for review in reviews:
        met = (review.source_start, review.source_end) in found
        if review.action == "correct" and not met:
            lasting.append(replace(review, action="add"))
        elif review.action != "reject" or met:
            lasting.append(review)
    return apply_corrections(observations, lasting, passages, text)


def _must_meet(rows: dict[tuple[int, int], ObservationRow], review: ReviewRow) -> None:
    if (review.source_start, review.source_end) not in rows:
        raise StaleReviewError(
            f"{review.source_start}-{review.source_end}: {review.action} meets no figure of the reader ({review.note})"
        )


def _corrected(row: ObservationRow, changes: dict[str, Any]) -> ObservationRow:
    corrected = replace(row, **changes, reviewed=True)
    # A value other than the printed digits was repaired by hand; another sign only gives the direction of a change.
    mended = corrected.repair is None and abs(corrected.value) != abs(row.value)
    return replace(corrected, repair="review") if mended else corrected


def _changes(patch: str) -> dict[str, Any]:
    names = {field.name for field in fields(ObservationRow)}
    changes: dict[str, Any] = {}
    for name, value in patched(patch).items():
        if name not in names:
            raise StaleReviewError(f"unknown field {name!r} in {patch!r}")
        changes[name] = _TYPES[name](value) if name in _TYPES else value if name in _NEVER_NONE else (value or None)
    return changes


def _added(review: ReviewRow, passages: Sequence[PassageRow], text: str) -> ObservationRow:
    around = [row for row in passages if row.source_start <= review.source_start < row.source_end] or list(passages)
    nearest = min(around, key=lambda row: row.source_end - row.source_start)
    blank = ObservationRow(
        passage=nearest.ordinal, source_start=review.source_start, source_end=review.source_end,
        printed=text[review.source_start : review.source_end], value=0.0, unit="", measure="value", period="",
        base_period=None, indicator=None, item=None, status="A", bound=None, subject=None, repair=None,
        rule="review", confidence=1.0, reviewed=True,
    )  # fmt: skip
    return replace(blank, **_changes(review.patch))
