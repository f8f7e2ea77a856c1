-- vi: Các kỳ có số liệu, với số lượng và số báo cáo lấy kỳ đó làm kỳ chính
-- en: The periods that have figures, counted, and for how many reports each is the main one
with used as (
    select period_id, report_id, count(*) as figures, count(*) filter (measure in ('value', 'growth_pct') and status <> 'T') as levels
    from observation
    group by all
),
main as (
    select report_id, arg_max(period_id, levels) as period_id
    from used join period on period.id = used.period_id
    where period.kind in ('cumulative', 'quarter', 'half', 'year')
    group by report_id
)
select period.id, period.kind, period.start_date, period.end_date, period.label_vi, period.label_en,
    sum(used.figures)::bigint as figures,
    (select count(*) from main where main.period_id = period.id) as main_of
from used
join period on period.id = used.period_id
group by all
order by period.end_date, period.start_date
