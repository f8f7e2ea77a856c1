-- vi: Số mới nhất của các chỉ tiêu, để bắt đầu
-- en: The newest figures of every indicator, to begin with
select indicator_vi as indicator, item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, reports as reports
from fact
order by position, end_date desc, period_id
