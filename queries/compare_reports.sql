-- vi: Mỗi báo cáo nói gì về từng chỉ tiêu: số của kỳ chính, hoặc của kỳ mới nhất mà báo cáo nêu; mục tiêu đứng ngoài
-- en: What each report says of every indicator: the figures of its main period, or of the newest one that it names; targets stay out
-- reports = ['a', 'b']
-- sector = null
with said as (
    select observation.*, report.period_id = observation.period_id as main, period.end_date, period.start_date
    from observation
    join report on report.id = observation.report_id
    join period on period.id = observation.period_id
    join indicator on indicator.id = observation.indicator_id
    where list_contains($reports, observation.report_id) and observation.status <> 'T'
        and ($sector is null or indicator.sector_id = $sector)
        and measure in ('value', 'growth_pct', 'share_pct', 'rank', 'plan_pct')
),
chosen as (
    select report_id, indicator_id, item_id, period_id
    from said
    where measure <> 'plan_pct'
    qualify row_number() over (partition by report_id, indicator_id, item_id order by main desc, end_date desc, start_date, id) = 1
),
warned as (
    select observation_id as id from finding where severity = 'warning'
    union
    select other_id from finding where severity = 'warning' and other_id is not null
)
select said.indicator_id, said.item_id, said.report_id as column_id, said.period_id, period.label_vi as period_vi,
    period.label_en as period_en, said.measure, said.value, said.value_base, said.unit, unit.name_en as unit_en, unit.base,
    said.bound, said.status, said.id as observation_id, said.passage_id, warned.id is not null as disputed
from said
join chosen on chosen.report_id = said.report_id and chosen.indicator_id = said.indicator_id
    and chosen.item_id is not distinct from said.item_id and chosen.period_id = said.period_id
join period on period.id = said.period_id
join unit on unit.id = said.unit
left join warned on warned.id = said.id
qualify row_number() over (
    partition by said.report_id, said.indicator_id, said.item_id, said.measure
    order by said.reviewed desc, said.confidence desc, said.source_start) = 1
