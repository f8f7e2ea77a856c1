-- The reports of the store, and what would go with each of them.
select report.id, sha256, number, label_vi, label_en, shipped,
    (select count(*) from observation where report_id = report.id) as figures,
    (select count(*) from review where report_sha256 = sha256) as decisions
from report
order by position
