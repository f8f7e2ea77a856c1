"""Applying reviewed corrections to what the reader gives; corrections are data and survive a new reading."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from data.grammar.period import Period
from data.reader.meaning.periods.bases import base_of
from data.store.records import ObservationRow, cell, patch_of, patched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.catalogue import Catalogue
    from data.store.records import PassageRow, ReviewRow

HELD = ("value", "unit", "measure", "period", "base_period", "indicator", "item", "status", "bound", "subject")
"""The fields that a decision made in the app holds."""
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
        elif review.action == "correct" or (review.action == "accept" and review.patch):
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
    observations: Sequence[ObservationRow],
    reviews: Sequence[ReviewRow],
    passages: Sequence[PassageRow],
    text: str,
    catalogue: Catalogue,
) -> list[ObservationRow]:
    """As `apply_corrections`, for decisions made in the app, which must hold whatever a later reader finds.

    What is accepted or corrected says all that the figure is (see `whole`), so where the figure is not found any more it is put
    there; a rejection of what is not found is fulfilled. A name that the ``catalogue`` no longer has gives way to the reader's.
    """
    found = {(row.source_start, row.source_end): row for row in observations}
    lasting = []
    for review in reviews:
        place = review.source_start, review.source_end
        row, action = found.get(place), review.action
        if row is None:
            # The reader may take the same number with another sign or blank to it: it gives way to what was decided.
            beside = [found.pop(one) for one in list(found) if one[0] < place[1] and place[0] < one[1]]
            row, action = next(iter(beside), None), "reject" if action == "reject" else "add"
        if action != "reject" or place in found:
            lasting.append(_named(whole(replace(review, action=action), row), row, catalogue))
    return apply_corrections(found.values(), lasting, passages, text)


def whole(review: ReviewRow, row: ObservationRow | None) -> ReviewRow:
    """A decision made in the app with every field of the figure, so that no later reading changes any of them.

    The passage is none of them: passages are numbered by the reader, and the place of the figure tells in which it stands.

    Args:
        review: gives the fields that were seen or typed; none where a figure was accepted as it was read.
        row: what the reader gives, from which the other fields are taken; None where it gives no figure.
    """
    if review.action == "reject":
        return review
    given = patched(review.patch)
    if "indicator" in given:
        given["indicator"] = catalogued(given["indicator"])
    read = {name: cell(getattr(row, name)) for name in HELD} if row is not None else {}
    values = read | given
    if "base_period" not in given and "measure" in values and "period" in values:
        values["base_period"] = _base(values["measure"], values["period"], row)
    return replace(review, patch=patch_of({name: values[name] for name in HELD if name in values}))


def catalogued(indicator: str) -> str:
    """The id that the catalogue has for an indicator of the store, where one of another area ends with that (see areas.sql)."""
    return indicator.partition("@")[0]


def _named(review: ReviewRow, row: ObservationRow | None, catalogue: Catalogue) -> ReviewRow:
    """A decision whose indicator and item the catalogue has: those of the reader, or none, where it has others by now."""
    values = patched(review.patch)
    indicator, item = values.get("indicator"), values.get("item")
    known = catalogue.by_id.get(indicator or "")
    if not indicator or (known is not None and (not item or item in {one.id for one in known.items})):
        return review
    read = {name: cell(getattr(row, name)) if row is not None else "" for name in ("indicator", "item")}
    return replace(review, patch=patch_of(values | read))


def _base(measure: str, period: str, row: ObservationRow | None) -> str:
    """The base of a figure whose measure or period a reader of the app may have changed; a named year is kept."""
    kind = measure.partition("_")[0]
    if row is not None and kind == row.measure.partition("_")[0] and (kind == "base" or period == row.period):
        return cell(row.base_period)
    base = base_of(measure, None, Period.parse(period), "", 0)
    return base.id if base is not None else ""


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
