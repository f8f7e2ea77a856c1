-- vi: Tăng trưởng GRDP và từng khu vực qua các kỳ
-- en: GRDP growth, whole and by sector, by period
select item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id = 'grdp_growth'
order by position, end_date, period_id
