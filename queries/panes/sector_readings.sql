-- vi: Mọi lần công bố của cả một lĩnh vực, với nguồn của từng số
-- en: Every reading of a whole sector, each with its source
-- sector = 'industry'
-- most = 20000
-- The ids of a sector's figures follow each other; among them are the newest ones of each of its indicators.
with newest as (
    from reading
    where observation_id between (select min(first_id) from series where sector_id = $sector)
        and (select max(last_id) from series where sector_id = $sector)
        and told_with is null
    order by end_date desc, observation_id desc
    limit $most
)
select indicator_id, item_id, period_id, period_kind, start_date, end_date, period_vi, period_en, measure, base_period, base_vi, base_en, value,
    value_base, unit, unit_en, base, bound, up_to, up_to_base, out_of, status, printed, repair, confidence, reviewed, observation_id, passage_id, report_id, report_vi, report_en, number,
    section, footnote, page, source_start, disputed
from newest
order by end_date, start_date, position desc, reviewed desc, if(reviewed, 1, confidence) desc, source_start
