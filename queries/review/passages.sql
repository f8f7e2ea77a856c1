-- vi: Các đoạn của báo cáo đã thêm nằm ở đâu trong văn bản gốc
-- en: Where the passages of the added reports stand in the raw text
select report.sha256, report.label_vi as report_vi, report.label_en as report_en, passage.id, passage.source_start, passage.source_end
from passage
join report on report.id = passage.report_id
where not report.shipped and report.has_text
order by report.position desc, passage.source_start, passage.source_end desc
