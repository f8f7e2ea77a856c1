-- vi: Một báo cáo để đọc: các đoạn theo thứ tự, chú thích sau đoạn dẫn tới nó, và mọi con số
-- en: A report to be read: its passages in order, notes after the paragraph that points to them, with every figure
-- report = 'a'
with figures as (
    select passage_id, list({
        'id': observation_id, 'indicator_id': indicator_id, 'item_id': item_id, 'sector_id': sector_id,
        'indicator_vi': indicator_vi, 'indicator_en': indicator_en, 'item_vi': item_vi, 'item_en': item_en,
        'subject': subject, 'period_id': period_id, 'period_vi': period_vi, 'period_en': period_en,
        'measure': measure, 'value': value, 'unit': unit, 'unit_en': unit_en, 'bound': bound,
        'status': status, 'printed': printed, 'source_start': source_start, 'source_end': source_end
    } order by source_start, observation_id) as told
    from reading
    where report_id = $report
    group by passage_id
)
select passage.id, passage.kind, passage.section, passage.section_title, passage.footnote, passage.page,
    passage.source_start, passage.source_end, passage.raw, passage.repaired,
    substring(source_text.raw, passage.source_start + 1, passage.source_end - passage.source_start) as source,
    figures.told as figures
from passage
left join source_text on source_text.report_id = passage.report_id
left join figures on figures.passage_id = passage.id
left join passage anchor on anchor.id = passage.anchor_passage_id
where passage.report_id = $report
order by coalesce(anchor.source_start, passage.source_start), passage.kind = 'footnote', passage.source_start
