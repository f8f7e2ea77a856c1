-- vi: Khách du lịch và doanh thu du lịch qua các kỳ
-- en: Visitors and tourism revenue by period
select indicator_vi as indicator, item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id in ('visitors', 'tourism_revenue')
order by position, end_date, period_id
