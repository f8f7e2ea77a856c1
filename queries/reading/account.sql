-- vi: Các con số của từng báo cáo được hiểu là gì
-- en: What the numbers of each report were taken for
select report_id, kind, count as numbers
from account
order by report_id, count desc, kind
