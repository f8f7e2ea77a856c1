-- vi: Tai nạn giao thông: số vụ, số người chết, bị thương, so cùng kỳ
-- en: Traffic accidents: cases, deaths, injured, against last year
select indicator_vi as indicator, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id in ('traffic_accidents', 'traffic_deaths', 'traffic_injured')
order by position, end_date, period_id
