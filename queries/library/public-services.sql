-- vi: Hồ sơ thủ tục hành chính: tiếp nhận, đã trả, tỷ lệ trực tuyến
-- en: Administrative dossiers: received, returned, share online
select indicator_vi as indicator, item_vi as item, period_id as period, level, unit, plan_pct, change_pct, disputed, reports
from fact
where indicator_id in ('dossiers_received', 'dossiers_returned', 'online_dossier_rate')
order by position, end_date, period_id
