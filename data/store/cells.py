"""The rows of the store's tables, each cell under the name of its column."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from data.fold import fold
from data.grammar.number import half_unit
from data.grammar.unit import unit_of
from data.store.records import patched

if TYPE_CHECKING:
    from data.catalogue import Indicator, Item, Sector
    from data.grammar.period import Period
    from data.store.records import ObservationRow, PassageRow, ReportRecord, ReviewRow

Cells = dict[str, Any]


def sector_cells(sector: Sector, position: int) -> Cells:
    """A sector of the catalogue."""
    return {
        "id": sector.id,
        "position": position,
        "name_vi": sector.name_vi,
        "name_en": sector.name_en,
        "short_vi": sector.short_vi or sector.name_vi,
        "short_en": sector.short_en or sector.name_en,
    }


def indicator_cells(indicator: Indicator, position: int) -> Cells:
    """An indicator of the catalogue, which stands for the store's own area."""
    return {
        "id": indicator.id,
        "sector_id": indicator.sector,
        "position": position,
        "name_vi": indicator.name_vi,
        "name_en": indicator.name_en,
        "folded": fold(indicator.name_vi),
        "unit": indicator.unit,
        "agg": indicator.agg,
        "definition_vi": indicator.definition_vi,
        "definition_en": indicator.definition_en,
        "good": indicator.good,
        "falls": indicator.falls,
        "turns": indicator.turns,
        "ref_area": None,
    }


def item_cells(item: Item, indicator: Indicator, position: int) -> Cells:
    """An item of an indicator."""
    return {
        "id": f"{indicator.id}.{item.id}",
        "indicator_id": indicator.id,
        "position": position,
        "name_vi": item.name_vi,
        "name_en": item.name_en,
        "folded": fold(item.name_vi),
        "unit": item.unit or None,
        "good": item.good,
        "agg": item.agg,
    }


def period_cells(period: Period) -> Cells:
    """A period in use."""
    return {
        "id": period.id,
        "kind": period.kind,
        "start_date": period.start,
        "end_date": period.end,
        "label_vi": period.label("vi"),
        "label_en": period.label("en"),
    }


def unit_cells(text: str) -> Cells:
    """A unit in use."""
    unit = unit_of(text)
    return {"id": text, "name_en": unit.name_en, "base": unit.base, "mult": unit.mult}


def report_cells(record: ReportRecord) -> Cells:
    """A report; its position is found when all are there."""
    head = record.report
    return {
        "id": head.id,
        "sha256": head.sha256,
        "number": head.number,
        "kind": head.kind,
        "title": head.title,
        "issuer": head.issuer,
        "ref_area": head.ref_area,
        "issued": head.issued,
        "period_id": head.period,
        "ocr": head.ocr,
        "has_text": record.text is not None,
        "position": 0,
        "label_vi": head.label_vi,
        "label_en": head.label_en,
        "shipped": record.text is None,
    }


def passage_cells(row: PassageRow, text: str | None) -> Cells:
    """A passage, all but its ids; ``text`` is how it reads, its damage repaired."""
    return {
        "kind": row.kind,
        "section": row.section,
        "section_title": row.section_title,
        "footnote": row.footnote,
        "page": row.page,
        "source_start": row.source_start,
        "source_end": row.source_end,
        "raw": row.raw,
        "repaired": text,
        "folded": None if text is None else fold(text),
    }


def observation_cells(row: ObservationRow) -> Cells:
    """A figure, all but its ids."""
    # A place is counted in nothing, whatever stands behind it: "28/63 tỉnh" and "28/63" are one.
    unit = "" if row.measure == "rank" else row.unit
    mult = unit_of(unit).mult
    return {
        "indicator_id": row.indicator,
        "item_id": f"{row.indicator}.{row.item}" if row.item else None,
        "period_id": row.period,
        "measure": row.measure,
        "base_period": row.base_period,
        "value": row.value,
        "unit": unit,
        "value_base": row.value * mult,
        "half_unit": half_unit(row.printed, row.value) * mult,
        "status": row.status,
        "bound": row.bound,
        "subject": row.subject,
        "printed": row.printed,
        "source_start": row.source_start,
        "source_end": row.source_end,
        "repair": row.repair,
        "rule": row.rule,
        "confidence": row.confidence,
        "reviewed": row.reviewed,
    }


def review_cells(sha256: str, row: ReviewRow) -> Cells:
    """A correction, its new values in JSON; the inverse of `data.store.records.review_of`."""
    return {
        "report_sha256": sha256,
        "source_start": row.source_start,
        "source_end": row.source_end,
        "action": row.action,
        "patch": json.dumps(patched(row.patch), ensure_ascii=False),
        "note": row.note,
    }
