-- vi: Mục tiêu đặt ra cho một năm, bên cạnh con số mới nhất đã đạt
-- en: The targets set for a year beside the newest level reached
-- year = '2030'
-- A range is told by two figures of one report. A quarter does not tell how near a year's target is: amounts that add up are
-- compared with periods of the same kind only.
with target as (
    select newest.id, newest.indicator_id, newest.item_id, newest.period_id, newest.bound, newest.unit,
        min(told.value) as value, nullif(max(told.value), min(told.value)) as up_to,
        period.kind, unit.base, unit.mult
    from latest newest
    join vintage told on told.indicator_id = newest.indicator_id and told.item_id is not distinct from newest.item_id
        and told.period_id = newest.period_id and told.measure = newest.measure and told.report_id = newest.report_id
        and told.unit = newest.unit
    join period on period.id = newest.period_id
    join unit on unit.id = newest.unit
    where newest.measure = 'target' and contains(newest.period_id, $year)
    group by all
),
reached as (
    select target.id, latest.value_base / target.mult as value, latest.period_id
    from target
    join latest on latest.indicator_id = target.indicator_id and latest.item_id is not distinct from target.item_id
    join indicator on indicator.id = latest.indicator_id
    join period on period.id = latest.period_id
    join unit on unit.id = latest.unit
    where latest.measure in ('value', 'growth_pct')
        and unit.base = target.base
        and (period.kind = target.kind or (indicator.agg <> 'flow' and period.kind in ('year', 'point')))
    qualify row_number() over (partition by target.id order by period.end_date desc, period.start_date) = 1
)
select
    sector.name_vi as sector,
    indicator.name_vi as indicator,
    item.name_vi as item,
    target.period_id as period,
    target.bound,
    target.value as target,
    target.up_to,
    target.unit,
    reached.value as reached,
    reached.period_id as reached_in
from target
join indicator on indicator.id = target.indicator_id
join sector on sector.id = indicator.sector_id
left join item on item.id = target.item_id
left join reached on reached.id = target.id
order by indicator.position, item.position nulls first, period
