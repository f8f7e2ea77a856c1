-- vi: Mục tiêu đặt ra cho một năm, bên cạnh con số mới nhất đã đạt
-- en: The targets set for a year beside the newest level reached
-- year = '2030'
-- A quarter does not tell how near a year's target is: amounts that add up are compared with periods of the same kind only.
with target as (
    select latest.*, period.kind, unit.base, unit.mult
    from latest
    join period on period.id = latest.period_id
    join unit on unit.id = latest.unit
    where latest.measure = 'target' and contains(latest.period_id, $year)
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
    target.unit,
    reached.value as reached,
    reached.period_id as reached_in
from target
join indicator on indicator.id = target.indicator_id
join sector on sector.id = indicator.sector_id
left join item on item.id = target.item_id
left join reached on reached.id = target.id
order by indicator.position, item.position nulls first, period
