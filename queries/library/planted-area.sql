-- vi: Diện tích gieo trồng từng loại cây
-- en: Planted area by crop
select item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id = 'planted_area'
order by position, end_date, period_id
