-- vi: Các số liệu có con số như được in, kèm chỉ tiêu, kỳ và nguồn; đơn vị hoặc tên chứa các từ đã cho
-- en: The figures whose printed number is one of these, with indicator, period and source; unit or name hold all the words
-- numbers = [387.7, -387.7]
-- words = ['tan']
-- most = 50
-- The few rows with the number come first, so that words are looked for in these alone.
with same as materialized (
    select *
    from reading
    where told_with is null
        and (list_contains($numbers, value) or list_contains($numbers, up_to) or list_contains($numbers, out_of))
)
select observation_id, passage_id, report_id, report_vi, report_en, number, section, footnote, page, source_start, sector_id, indicator_id, item_id,
    indicator_vi, indicator_en, item_vi, item_en, subject, period_id, period_vi, period_en, measure, base_vi, base_en, value, unit, unit_en,
    bound, up_to, out_of, status, disputed
from same
where len(list_filter($words::varchar[], lambda word: not contains(
    fold(concat_ws(' ', unit, unit_en, indicator_vi, indicator_en, item_vi, item_en, subject)), word))) = 0
order by indicator_id is null, position desc, source_start, observation_id
limit $most
