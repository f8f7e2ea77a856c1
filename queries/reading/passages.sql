-- vi: Một báo cáo để đọc: các đoạn theo thứ tự, chú thích sau đoạn dẫn tới nó
-- en: A report to be read: its passages in order, notes after the paragraph that points to them
-- report = 'a'
select passage.id, passage.kind, passage.section, passage.section_title, passage.footnote, passage.page,
    passage.source_start, passage.source_end, passage.raw, passage.repaired,
    substring(source_text.raw, passage.source_start + 1, passage.source_end - passage.source_start) as source
from passage
left join source_text on source_text.report_id = passage.report_id
left join passage anchor on anchor.id = passage.anchor_passage_id
where passage.report_id = $report
order by coalesce(anchor.source_start, passage.source_start), passage.kind = 'footnote', passage.source_start
