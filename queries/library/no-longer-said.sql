-- vi: Báo cáo sau không nhắc lại chỉ tiêu nào của báo cáo trước?
-- en: Which indicators of an earlier report does a later one no longer give?
-- earlier = '2025-11'
-- later = '2026-q1'
select
    sector.name_vi as sector,
    indicator.name_vi as indicator,
    item.name_vi as item,
    any_value(observation.value order by observation.source_start) as said_then,
    any_value(observation.unit order by observation.source_start) as unit
from observation
join indicator on indicator.id = observation.indicator_id
join sector on sector.id = indicator.sector_id
left join item on item.id = observation.item_id
where observation.report_id = $earlier and observation.measure = 'value'
    and not exists (
        select 1 from observation said
        where said.report_id = $later and said.indicator_id = observation.indicator_id
            and said.item_id is not distinct from observation.item_id
    )
group by sector.name_vi, indicator.position, indicator.name_vi, item.position, item.name_vi
order by indicator.position, item.position nulls first
