-- vi: Kim ngạch xuất nhập khẩu qua cửa khẩu: tất cả các loại hình và mở tờ khai tại tỉnh, từng kỳ
-- en: Border trade: turnover of all kinds and that declared in the province, by period
select indicator_vi as indicator, item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id in ('trade_turnover_all', 'trade_turnover_declared')
order by position, end_date, period_id
