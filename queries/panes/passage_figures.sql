-- vi: Mọi con số trong các đoạn văn và chú thích đã cho
-- en: Every figure of the given passages and notes
-- passages = [2, 4]
select
    observation_id, passage_id, report_vi, report_en, sector_id, indicator_id, item_id,
    indicator_vi, indicator_en, item_vi, item_en, subject, period_id, period_vi, period_en,
    measure, base_vi, base_en, value, unit, unit_en, bound, up_to, out_of, status, printed, source_start, source_end,
    good, confidence, reviewed, disputed
from (select unnest($passages) as wanted)
join reading on reading.passage_id = wanted
where told_with is null
order by passage_id, source_start
