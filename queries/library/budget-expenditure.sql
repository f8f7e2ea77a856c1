-- vi: Chi ngân sách địa phương, so dự toán và cùng kỳ
-- en: Local budget expenditure, against the estimate and last year
select item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id = 'budget_expenditure'
order by position, end_date, period_id
