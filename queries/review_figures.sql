-- vi: Số liệu của các báo cáo đã thêm, để rà soát: con số in thế nào, đọc thành gì, chắc bao nhiêu
-- en: The figures of the added reports, for review: what is printed, what it was taken for, how sure that is
-- most = 5000
with warned as (
    select observation_id as id from finding where severity = 'warning'
    union
    select other_id from finding where severity = 'warning' and other_id is not null
)
select report.sha256, report.label_vi as report_vi, report.label_en as report_en, observation.passage_id,
    observation.id as observation_id, observation.indicator_id, observation.item_id,
    indicator.name_vi as indicator_vi, indicator.name_en as indicator_en, item.name_vi as item_vi, item.name_en as item_en,
    observation.subject, observation.period_id, period.label_vi as period_vi, period.label_en as period_en,
    observation.measure, observation.value, observation.unit, unit.name_en as unit_en, observation.bound, observation.status,
    observation.printed, observation.source_start, observation.source_end, observation.confidence, observation.reviewed,
    warned.id is not null as warned
from observation
join report on report.id = observation.report_id
join period on period.id = observation.period_id
join unit on unit.id = observation.unit
left join indicator on indicator.id = observation.indicator_id
left join item on item.id = observation.item_id
left join warned on warned.id = observation.id
where not report.shipped and report.has_text
order by report.position desc, observation.source_start
limit $most
