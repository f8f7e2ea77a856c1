-- vi: Đàn vật nuôi qua các kỳ
-- en: Livestock by period
select item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id = 'livestock'
order by position, end_date, period_id
