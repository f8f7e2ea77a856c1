-- vi: Kim ngạch xuất nhập khẩu qua cửa khẩu: tất cả các loại hình và mở tờ khai tại tỉnh, từng kỳ
-- en: Border trade: turnover of all kinds and that declared in the province, by period
select
    indicator.name_vi as indicator,
    item.name_vi as item,
    latest.period_id as period,
    max(latest.value) filter (latest.measure in ('value', 'growth_pct')) as level,
    any_value(latest.unit) filter (latest.measure in ('value', 'growth_pct')) as unit,
    max(latest.value) filter (latest.measure = 'plan_pct') as plan_pct,
    max(latest.value) filter (latest.measure = 'yoy_pct') as change_pct,
    string_agg(distinct report.label_vi, ', ' order by report.label_vi) as reports
from latest
join indicator on indicator.id = latest.indicator_id
left join item on item.id = latest.item_id
join period on period.id = latest.period_id
join report on report.id = latest.report_id
where latest.indicator_id in ('trade_turnover_all', 'trade_turnover_declared')
    and latest.measure in ('value', 'growth_pct', 'plan_pct', 'yoy_pct')
group by indicator.position, indicator.name_vi, item.position, item.name_vi, latest.period_id, period.end_date, period.start_date
order by indicator.position, item.position nulls first, period.end_date, period.start_date
