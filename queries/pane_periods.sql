-- vi: Các kỳ có số liệu, với số lượng và số báo cáo lấy kỳ đó làm kỳ chính
-- en: The periods that have figures, counted, and for how many reports each is the main one
select period.id, period.kind, period.start_date, period.end_date, period.label_vi, period.label_en, period_use.figures, period_use.main_of
from period_use
join period on period.id = period_use.period_id
order by period.end_date, period.start_date
