-- vi: Đàn vật nuôi qua các kỳ
-- en: Livestock by period
select item_vi as item, period_id as period, level, unit, plan_pct, change_pct, disputed, reports
from fact
where indicator_id = 'livestock'
order by position, end_date, period_id
