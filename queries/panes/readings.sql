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
    from reading
    where observation_id between (select first_id from chosen) and (select last_id from chosen)
    order by end_date desc, observation_id desc
    limit $most
)
select indicator_id, item_id, period_id, period_kind, start_date, end_date, period_vi, period_en, measure, base_period, value, value_base,
    unit, unit_en, base, bound, status, printed, repair, confidence, reviewed, observation_id, passage_id, report_vi, report_en, number,
    section, footnote, page, source_start, disputed
from newest
order by end_date, start_date, position desc, reviewed desc, if(reviewed, 1, confidence) desc, source_start
