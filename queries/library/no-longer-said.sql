-- vi: Báo cáo sau không nhắc lại chỉ tiêu nào của báo cáo trước?
-- en: Which indicators of an earlier report does a later one no longer give?
-- earlier = '2025-11'
-- later = '2026-q1'
-- Where the earlier one gives several periods, the latest and longest is shown.
select
    sector.name_vi as sector,
    indicator_vi as indicator,
    item_vi as item,
    period_id as period,
    value as said_then,
    unit as unit,
    section,
    footnote
from reading
join sector on sector.id = reading.sector_id
where report_id = $earlier and measure in ('value', 'growth_pct')
    and not exists (
        select 1 from reading said
        where said.report_id = $later and said.indicator_id = reading.indicator_id and said.item_id is not distinct from reading.item_id
    )
qualify row_number() over (partition by indicator_id, item_id order by end_date desc, start_date, source_start) = 1
order by observation_id
