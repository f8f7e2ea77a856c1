"""What a rank is one of: not an amount told in another currency, and of what grew its growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.reader.meaning.subjects.indicator_kinds import growth_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.catalogue import Catalogue
    from data.reader.matching.evidence import Match
    from data.reader.meaning.figures import Figure

_GROWTHS = ("growth_pct", "yoy_pct", "yoy_index")


def ranked(catalogue: Catalogue, match: Match | None, told: Sequence[Figure]) -> Match | None:
    """The name of a rank, and of how many are ranked.

    Args:
        catalogue: the names.
        match: what is spoken of.
        told: its figures so far.
    """
    if match is None:
        return None
    if match.item is not None and catalogue.item(match.indicator, match.item).unit:
        match = match._replace(item=None)
    last = next((figure.measure for figure in reversed(told) if figure.measure in ("value", *_GROWTHS)), "")
    growth = growth_of(catalogue, match.indicator) if last in _GROWTHS else None
    if growth is None:
        return match
    item = match.item if any(known.id == match.item for known in growth.items) else None
    return match._replace(indicator=growth.id, item=item)
