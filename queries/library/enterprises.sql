-- vi: Doanh nghiệp thành lập mới, tạm ngừng, trở lại, giải thể
-- en: Enterprises: new, suspended, resumed, dissolved
select indicator_vi as indicator, item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id in (
        'new_enterprises', 'new_enterprises_capital', 'enterprises_suspended', 'enterprises_resumed', 'enterprises_dissolved'
    )
order by position, end_date, period_id
