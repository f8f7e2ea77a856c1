-- vi: Những gì đã quyết định về con số của các báo cáo đã thêm
-- en: What was decided about numbers of the added reports
select review.report_sha256 as sha256, review.source_start, review.source_end, review.action, review.patch, coalesce(review.note, '') as note,
    substring(source_text.raw, review.source_start + 1, review.source_end - review.source_start) as printed
from review
join report on report.sha256 = review.report_sha256
join source_text on source_text.report_id = report.id
where not report.shipped
order by report.position desc, review.source_start
