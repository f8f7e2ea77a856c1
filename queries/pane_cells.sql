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
chosen as (
    select series.indicator_id, series.item_id, newest_period_id, indicator.agg in ('stock', 'rate') as stands
    from series
    join indicator on indicator.id = series.indicator_id
    where $sector is null or indicator.sector_id = $sector
),
wanted as (
    select indicator_id, item_id, newest_period_id as period_id, '*' as column_id, false as at_end from chosen
    union all
    select indicator_id, item_id, shown.period_id, shown.column_id, shown.at_end
    from chosen
    join shown on chosen.stands or not shown.at_end
),
figure as (
    select observation.*, wanted.column_id
    from observation
    join wanted on wanted.indicator_id = observation.indicator_id and wanted.item_id is not distinct from observation.item_id
        and wanted.period_id = observation.period_id
    join report on report.id = observation.report_id
    where measure in ('value', 'growth_pct', 'target', 'plan_value', 'share_pct', 'rank', 'total', 'yoy_pct', 'yoy_index', 'plan_pct')
    qualify row_number() over (
        partition by observation.indicator_id, observation.item_id, column_id, measure
        order by at_end, report.position desc, reviewed desc, confidence desc, source_start
    ) = 1
),
disputed as (
    select observation_id as id from finding where severity = 'warning'
    union
    select other_id from finding where severity = 'warning' and other_id is not null
)
select figure.indicator_id, figure.item_id, figure.column_id, figure.period_id, period.label_vi as period_vi, period.label_en as period_en,
    figure.measure, figure.value, figure.value_base, figure.unit, unit.base, figure.bound, figure.status,
    figure.id as observation_id, figure.passage_id, disputed.id is not null as disputed
from figure
join period on period.id = figure.period_id
join unit on unit.id = figure.unit
left join disputed on disputed.id = figure.id
