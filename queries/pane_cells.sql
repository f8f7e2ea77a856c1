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
    select min(first_id) as first_id, max(last_id) as last_id
    from series join indicator on indicator.id = series.indicator_id
    where $sector is null or indicator.sector_id = $sector
),
known as (
    select cell.*, indicator.agg
    from cell
    join indicator on indicator.id = cell.indicator_id
    where cell.observation_id between (select first_id from chosen) and (select last_id from chosen)
        and ($sector is null or indicator.sector_id = $sector)
        and (newest or cell.period_id in (select period_id from shown))
        and measure in ('value', 'growth_pct', 'target', 'plan_value', 'share_pct', 'rank', 'total', 'yoy_pct', 'yoy_index', 'plan_pct')
),
figure as (
    select known.*, '*' as column_id from known where newest
    union all
    select known.*, shown.column_id
    from known join shown on shown.period_id = known.period_id and (not shown.at_end or agg in ('stock', 'rate'))
    qualify row_number() over (partition by indicator_id, item_id, column_id, measure order by at_end) = 1
)
select figure.indicator_id, figure.item_id, figure.column_id, figure.period_id, period.label_vi as period_vi, period.label_en as period_en,
    figure.measure, figure.value, figure.value_base, figure.unit, unit.name_en as unit_en, unit.base, figure.bound, figure.status,
    figure.observation_id, figure.passage_id, figure.disputed
from figure
join period on period.id = figure.period_id
join unit on unit.id = figure.unit
