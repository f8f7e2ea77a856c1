-- vi: Sản lượng từng sản phẩm công nghiệp trong một kỳ: mức, % kế hoạch, so cùng kỳ
-- en: Output of every industrial product in one period: level, % of plan, change on last year
-- period = '2026-Q1'
select item_vi as item, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id = 'industrial_output' and period_id = $period
order by position
