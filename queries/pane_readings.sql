-- vi: Mọi lần công bố của một chỉ tiêu hoặc cả một lĩnh vực, với nguồn của từng số
-- en: Every reading of an indicator or of a whole sector, each with its source
-- indicator = 'industrial_output'
-- sector = null
-- most = 20000
-- The ids of an indicator's figures rise with time, so that its newest ones are the last of its range.
with chosen as (
    select if($indicator is null, min(first_id), greatest(min(first_id), max(last_id) - $most + 1)) as first_id, max(last_id) as last_id
    from series
    where ($indicator is null or indicator_id = $indicator) and ($sector is null or sector_id = $sector)
),
newest as (
    select observation.*, period.kind as period_kind, period.start_date, period.end_date, period.label_vi, period.label_en
    from observation
    join period on period.id = observation.period_id
    where observation.id between (select first_id from chosen) and (select last_id from chosen)
    order by period.end_date desc, observation.id desc
    limit $most
)
select newest.indicator_id, newest.item_id, newest.period_id, newest.period_kind, newest.start_date, newest.end_date,
    newest.label_vi as period_vi, newest.label_en as period_en, newest.measure, newest.base_period, newest.value, newest.value_base,
    newest.unit, unit.name_en as unit_en, unit.base, newest.bound, newest.status, newest.printed, newest.repair, newest.confidence, newest.reviewed,
    newest.id as observation_id, newest.passage_id, report.label_vi as report_vi, report.label_en as report_en, report.number, report.position,
    passage.section, passage.footnote, passage.page, newest.source_start, disputed.observation_id is not null as disputed
from newest
join unit on unit.id = newest.unit
join report on report.id = newest.report_id
join passage on passage.id = newest.passage_id
left join disputed on disputed.observation_id = newest.id
order by newest.end_date, newest.start_date, report.position desc, newest.reviewed desc,
    if(newest.reviewed, 1, newest.confidence) desc, newest.source_start
