-- vi: Các báo cáo nguồn, với số liệu, chú thích và mâu thuẫn của từng báo cáo
-- en: The source reports with their figures, notes and disputes
select report.id, report.number, report.kind, report.title, report.issuer, report.ref_area, report.issued,
    period.label_vi as period_vi, period.label_en as period_en, report.ocr, report.has_text, report.label_vi, report.label_en,
    used.figures, used.unknown, used.reviewed, used.passages, used.notes, used.disputed,
    report.shipped, if(report.shipped, 0, (select count(*) from review where report_sha256 = report.sha256)) as decisions
from report
join report_use used on used.report_id = report.id
left join period on period.id = report.period_id
order by report.position desc
