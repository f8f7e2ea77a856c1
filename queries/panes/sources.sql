-- vi: Các đoạn văn và chú thích nằm ở đâu: báo cáo, mục, chú thích, trang
-- en: Where passages and notes stand: report, section, note, page
-- passages = [2, 4]
select passage.id, report.label_vi as report_vi, report.label_en as report_en, report.number, section, footnote, page
from (select unnest($passages) as wanted)
join passage on passage.id = wanted
join report on report.id = passage.report_id
