-- vi: Toàn bộ số liệu, mỗi dòng một con số in, với nguồn (để xuất)
-- en: All figures, one printed number a row, with their source (for export)
select
    sector.id as sector,
    indicator.id as indicator,
    indicator.name_vi as indicator_vi,
    indicator.name_en as indicator_en,
    item.name_vi as item_vi,
    item.name_en as item_en,
    observation.period_id as period,
    observation.measure,
    observation.base_period,
    observation.value,
    observation.unit,
    observation.value_base,
    observation.status,
    observation.bound,
    report.label_vi as report,
    report.number as report_number,
    report.issued,
    passage.section,
    passage.footnote,
    observation.printed,
    observation.source_start,
    observation.source_end,
    observation.confidence,
    observation.reviewed,
    observation.subject
from observation
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
left join indicator on indicator.id = observation.indicator_id
left join sector on sector.id = indicator.sector_id
left join item on item.id = observation.item_id
order by report.position, observation.source_start
