-- vi: Toàn văn của các báo cáo đã thêm
-- en: The texts of the added reports
select report.sha256, source_text.raw
from report
join source_text on source_text.report_id = report.id
where not report.shipped
order by report.position desc
