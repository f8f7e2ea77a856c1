-- vi: Số liệu của các báo cáo đã thêm, để rà soát: con số in thế nào, đọc thành gì, chắc bao nhiêu
-- en: The figures of the added reports, for review: what is printed, what it was taken for, how sure that is
-- most = 5000
-- Every printed number is decided on by itself, the two ends of a range, too.
select
    observation_id, passage_id, report_vi, report_en, sector_id, indicator_id, item_id,
    indicator_vi, indicator_en, item_vi, item_en, subject, reading.period_id, period_vi, period_en,
    measure, base_vi, base_en, value, unit, unit_en, bound, null::double as up_to, null::double as out_of, status, printed, source_start, source_end,
    good, confidence, reviewed, disputed
from reading
join report on report.id = reading.report_id
where not report.shipped and report.has_text
order by report.position desc, source_start
limit $most
