-- vi: Mọi con số của một chú thích trong một báo cáo
-- en: Every figure of one footnote of a report
-- report = '2026-q1'
-- footnote = '7'
select
    indicator.name_vi as indicator,
    coalesce(item.name_vi, observation.subject) as item,
    observation.period_id as period,
    observation.measure,
    observation.value,
    observation.unit,
    observation.printed,
    passage.section
from observation
join passage on passage.id = observation.passage_id
left join indicator on indicator.id = observation.indicator_id
left join item on item.id = observation.item_id
where observation.report_id = $report and passage.footnote = $footnote
order by observation.source_start
