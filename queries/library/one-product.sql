-- vi: Một sản phẩm qua mọi kỳ báo cáo (than, xi măng, điện ...)
-- en: One product over all periods (coal, cement, electricity ...)
-- item = 'industrial_output.coal'
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
where latest.item_id = $item
    and latest.measure in ('value', 'growth_pct', 'plan_pct', 'yoy_pct')
group by indicator.position, indicator.name_vi, item.position, item.name_vi, latest.period_id, period.end_date, period.start_date
order by indicator.position, item.position nulls first, period.end_date, period.start_date
