-- vi: Mọi chỉ tiêu kinh tế cửa khẩu trong một kỳ (phương tiện, năng lực thông quan, cửa khẩu ...)
-- en: Every border indicator in one period (vehicles, clearance capacity, gates ...)
-- period = '2026-Q1'
select indicator_vi as indicator, item_vi as item, level, unit, plan_pct, change_pct, disputed, reports
from fact
where sector_id = 'border' and period_id = $period
order by position
