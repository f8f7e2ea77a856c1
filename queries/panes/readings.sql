-- vi: Mọi lần công bố của một chỉ tiêu, hoặc chỉ lần mới nhất của từng số, với nguồn
-- en: Every reading of an indicator, or only the newest of each figure, with its source
-- indicator = 'industrial_output'
-- most = 20000
-- newest = false
-- The ids of an indicator's figures follow each other and rise with time, so that its newest ones are the last of its range.
select indicator_id, item_id, period_id, period_kind, start_date, end_date, period_vi, period_en, measure, base_period, base_vi, base_en, value,
    value_base, unit, unit_en, base, bound, up_to, up_to_base, out_of, status, printed, repair, confidence, reviewed, observation_id, passage_id, report_id, report_vi, report_en, number,
    section, footnote, page, source_start, disputed
from reading
where observation_id between
    (select greatest(min(first_id), max(last_id) - $most + 1) from series where indicator_id = $indicator)
    and (select max(last_id) from series where indicator_id = $indicator)
    and told_with is null and (newest or not $newest)
order by end_date, start_date, position desc, reviewed desc, if(reviewed, 1, confidence) desc, source_start
