-- vi: Một sản phẩm qua mọi kỳ báo cáo (than, xi măng, điện ...)
-- en: One product over all periods (coal, cement, electricity ...)
-- item = 'industrial_output.coal'
select item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where item_id = $item
order by position, end_date, period_id
