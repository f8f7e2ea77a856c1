-- vi: Báo cáo sau không nhắc lại chỉ tiêu nào của báo cáo trước?
-- en: Which indicators of an earlier report does a later one no longer give?
-- earlier = '2025-11'
-- later = '2026-q1'
-- Where the earlier one gives several periods, the latest and longest is shown.
select
    sector.name_vi as sector,
    indicator.name_vi as indicator,
    item.name_vi as item,
    observation.period_id as period,
    observation.value as said_then,
    observation.unit,
    passage.section,
    passage.footnote
from observation
join passage on passage.id = observation.passage_id
join period on period.id = observation.period_id
join indicator on indicator.id = observation.indicator_id
join sector on sector.id = indicator.sector_id
left join item on item.id = observation.item_id
where observation.report_id = $earlier and observation.measure in ('value', 'growth_pct')
    and not exists (
        select 1 from observation said
        where said.report_id = $later and said.indicator_id = observation.indicator_id
            and said.item_id is not distinct from observation.item_id
    )
qualify row_number() over (
    partition by observation.indicator_id, observation.item_id order by period.end_date desc, period.start_date, observation.source_start
) = 1
order by indicator.position, item.position nulls first
