-- vi: Số mới nhất của từng chỉ tiêu trong các kỳ đã chọn; số thời điểm cuối kỳ đứng vào cột của kỳ
-- en: The newest figure of every series in the chosen periods; a stock at the end of a period stands in that period's column
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
figure as (
    select observation.*, shown.column_id, shown.at_end, report.position
    from observation
    join shown on shown.period_id = observation.period_id
    join indicator on indicator.id = observation.indicator_id
    join report on report.id = observation.report_id
    where ($sector is null or indicator.sector_id = $sector)
        and (not shown.at_end or indicator.agg in ('stock', 'rate'))
        and measure in ('value', 'growth_pct', 'target', 'plan_value', 'share_pct', 'rank', 'total', 'yoy_pct', 'yoy_index', 'plan_pct')
    qualify row_number() over (
        partition by indicator_id, item_id, column_id, measure
        order by at_end, report.position desc, reviewed desc, confidence desc, source_start
    ) = 1
),
disputed as (
    select observation_id as id from finding where severity = 'warning'
    union
    select other_id from finding where severity = 'warning' and other_id is not null
)
select figure.indicator_id, figure.item_id, figure.column_id, figure.period_id, figure.measure, figure.value, figure.value_base,
    figure.unit, unit.base, figure.bound, figure.status, figure.id as observation_id, figure.passage_id,
    disputed.id is not null as disputed
from figure
join unit on unit.id = figure.unit
left join disputed on disputed.id = figure.id
