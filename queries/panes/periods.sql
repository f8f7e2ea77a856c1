-- vi: Các kỳ có số liệu, với số lượng và số báo cáo lấy kỳ đó làm kỳ chính
-- en: The periods that have figures, counted, and for how many reports each is the main one
select period_id as id, kind, start_date, end_date, label_vi, label_en, figures, main_of
from period_use
order by rowid
