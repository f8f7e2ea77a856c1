-- vi: Thu ngân sách nhà nước trên địa bàn theo nguồn, so dự toán và cùng kỳ
-- en: State budget revenue by source, against the estimate and last year
select item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id = 'budget_revenue'
order by position, end_date, period_id
