-- vi: Mọi lần công bố của một chỉ tiêu hoặc cả một lĩnh vực, với nguồn của từng số
-- en: Every reading of an indicator or of a whole sector, each with its source
-- indicator = 'industrial_output'
-- sector = null
-- most = 20000
with chosen as (
    select min(first_id) as first_id, max(last_id) as last_id
    from series join indicator on indicator.id = series.indicator_id
    where ($indicator is null or indicator.id = $indicator) and ($sector is null or indicator.sector_id = $sector)
),
disputed as (
    select observation_id as id from finding where severity = 'warning'
    union
    select other_id from finding where severity = 'warning' and other_id is not null
),
newest as (
    select observation.id
    from observation
    join indicator on indicator.id = observation.indicator_id
    join period on period.id = observation.period_id
    where observation.id between (select first_id from chosen) and (select last_id from chosen)
        and ($indicator is null or observation.indicator_id = $indicator) and ($sector is null or indicator.sector_id = $sector)
    order by period.end_date desc, observation.id desc
    limit $most
)
select observation.indicator_id, observation.item_id, observation.period_id, period.kind as period_kind,
    period.start_date, period.end_date, period.label_vi as period_vi, period.label_en as period_en,
    observation.measure, observation.base_period, observation.value, observation.value_base, observation.unit, unit.name_en as unit_en, unit.base,
    observation.bound, observation.status, observation.printed, observation.repair, observation.confidence, observation.reviewed,
    observation.id as observation_id, observation.passage_id, report.label_vi as report_vi, report.label_en as report_en,
    report.number, report.position, passage.section, passage.footnote, passage.page, observation.source_start,
    disputed.id is not null as disputed
from observation
join period on period.id = observation.period_id
join unit on unit.id = observation.unit
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
left join disputed on disputed.id = observation.id
where observation.id in (select id from newest)
order by period.end_date, period.start_date, report.position desc, observation.reviewed desc,
    if(observation.reviewed, 1, observation.confidence) desc,
    observation.source_start
