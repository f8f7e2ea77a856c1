-- vi: Một báo cáo để đọc: các đoạn theo thứ tự, chú thích sau đoạn dẫn tới nó, và mọi con số
-- en: A report to be read: its passages in order, notes after the paragraph that points to them, with every figure
-- report = 'a'
with figures as (
    select observation.passage_id, list({
        'id': observation.id, 'indicator_id': observation.indicator_id, 'item_id': observation.item_id,
        'sector_id': indicator.sector_id,
        'indicator_vi': indicator.name_vi, 'indicator_en': indicator.name_en, 'item_vi': item.name_vi, 'item_en': item.name_en,
        'subject': observation.subject, 'period_id': observation.period_id,
        'period_vi': period.label_vi, 'period_en': period.label_en,
        'measure': observation.measure, 'value': observation.value, 'unit': observation.unit, 'unit_en': unit.name_en, 'bound': observation.bound,
        'status': observation.status, 'printed': observation.printed,
        'source_start': observation.source_start, 'source_end': observation.source_end
    } order by observation.source_start, observation.id) as told
    from observation
    join period on period.id = observation.period_id
    join unit on unit.id = observation.unit
    left join indicator on indicator.id = observation.indicator_id
    left join item on item.id = observation.item_id
    where observation.report_id = $report
    group by observation.passage_id
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
