-- vi: Số mới nhất của từng chỉ tiêu trong các kỳ đã chọn (số thời điểm cuối kỳ đứng vào cột của kỳ), và kỳ mới nhất của nó (cột *)
-- en: The newest figure of every series in the chosen periods (a stock at a period's end stands in its column), and in its newest period (column *)
-- sector = 'industry'
-- periods = ['2025-M01/M08', '2026-Q1']
with columns as (
    select id, end_date from period where list_contains($periods, id)
),
shown as (
    select columns.id as column_id, period.id as period_id, period.id <> columns.id as at_end
    from columns
    join period on period.id = columns.id or (period.kind = 'point' and period.end_date = columns.end_date)
),
wanted as (
    select observation.id, observation.indicator_id, item_id, observation.period_id, measure, indicator.agg, source_start, reviewed,
        confidence, report.position, period.end_date, measure in ('value', 'growth_pct') and status <> 'T' as level
    from observation
    join indicator on indicator.id = observation.indicator_id
    join report on report.id = observation.report_id
    join period on period.id = observation.period_id
    where ($sector is null or indicator.sector_id = $sector)
        and measure in ('value', 'growth_pct', 'target', 'plan_value', 'share_pct', 'rank', 'total', 'yoy_pct', 'yoy_index', 'plan_pct')
),
newest as (
    select indicator_id, item_id, arg_max(period_id, datediff('day', date '1900-01-01', end_date) + case when level then 1000000 else 0 end) as period_id
    from wanted
    group by all
),
placed as (
    select wanted.*, shown.column_id, shown.at_end
    from wanted join shown on shown.period_id = wanted.period_id and (not shown.at_end or agg in ('stock', 'rate'))
    union all
    select wanted.*, '*', false
    from wanted
    join newest on newest.indicator_id = wanted.indicator_id and newest.item_id is not distinct from wanted.item_id
        and newest.period_id = wanted.period_id
),
figure as (
    select *
    from placed
    qualify row_number() over (
        partition by indicator_id, item_id, column_id, measure
        order by at_end, position desc, reviewed desc, confidence desc, source_start
    ) = 1
),
disputed as (
    select observation_id as id from finding where severity = 'warning'
    union
    select other_id from finding where severity = 'warning' and other_id is not null
)
select figure.indicator_id, figure.item_id, figure.column_id, figure.period_id, period.label_vi as period_vi, period.label_en as period_en,
    figure.measure, observation.value, observation.value_base, observation.unit, unit.base, observation.bound, observation.status,
    figure.id as observation_id, observation.passage_id, disputed.id is not null as disputed
from figure
join observation on observation.id = figure.id
join period on period.id = figure.period_id
join unit on unit.id = observation.unit
left join disputed on disputed.id = figure.id
