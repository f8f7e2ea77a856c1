-- vi: Các báo cáo nguồn, với số liệu, chú thích và mâu thuẫn của từng báo cáo
-- en: The source reports with their figures, notes and disputes
with figures as (
    select report_id, count(*) as figures, count(*) filter (indicator_id is null) as unknown, count(*) filter (reviewed) as reviewed
    from observation group by report_id
),
passages as (
    select report_id, count(*) as passages, count(*) filter (kind = 'footnote') as notes from passage group by report_id
),
disputed as (
    select report_id, count(distinct observation.id) as disputed
    from finding join observation on observation.id in (finding.observation_id, finding.other_id)
    where finding.severity = 'warning'
    group by report_id
)
select report.id, report.number, report.kind, report.title, report.issuer, report.ref_area, report.issued,
    period.label_vi as period_vi, period.label_en as period_en, report.ocr, report.has_text, report.label_vi, report.label_en,
    coalesce(figures.figures, 0) as figures, coalesce(figures.unknown, 0) as unknown, coalesce(figures.reviewed, 0) as reviewed,
    coalesce(passages.passages, 0) as passages, coalesce(passages.notes, 0) as notes, coalesce(disputed.disputed, 0) as disputed
from report
left join period on period.id = report.period_id
left join figures on figures.report_id = report.id
left join passages on passages.report_id = report.id
left join disputed on disputed.report_id = report.id
order by report.position desc
