-- vi: Các đoạn văn và chú thích, với báo cáo và lời văn nếu có
-- en: Passages and notes, with their report and, where it is at hand, their text
-- passages = [2, 4]
-- The id that no passage has keeps the range of ids wide: of a narrow one DuckDB reads all texts, of a wide one it looks each id up.
select passage.id, passage.report_id, report.label_vi as report_vi, report.label_en as report_en, report.number, report.ocr,
    passage.kind, passage.section, passage.section_title, passage.footnote, passage.page,
    passage.source_start, passage.source_end, passage.raw, passage.repaired
from (select unnest(list_append($passages, -1000000000)) as wanted)
join passage on passage.id = wanted
join report on report.id = passage.report_id
