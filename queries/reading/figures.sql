-- vi: Mọi con số của một báo cáo
-- en: Every figure of a report
-- report = 'a'
select
    observation_id, passage_id, report_vi, report_en, sector_id, indicator_id, item_id,
    indicator_vi, indicator_en, item_vi, item_en, subject, period_id, period_vi, period_en,
    measure, base_vi, base_en, value, unit, unit_en, bound, up_to, out_of, status, printed, source_start, source_end,
    good, confidence, reviewed, disputed
from reading
where report_id = $report and told_with is null
order by passage_id, source_start, observation_id
