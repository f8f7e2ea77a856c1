-- vi: Mọi chỉ tiêu kinh tế cửa khẩu trong một kỳ (kim ngạch, cửa khẩu, phương tiện ...)
-- en: Every border indicator in one period (turnover, gates, vehicles ...)
-- period = '2026-Q1'
select indicator_vi as indicator, item_vi as item, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where sector_id = 'border' and period_id = $period
order by position
