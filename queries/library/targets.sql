-- vi: Mục tiêu đặt ra cho một năm, bên cạnh con số mới nhất đã đạt
-- en: The targets set for a year beside the newest level reached
-- year = '2030'
-- A quarter does not tell how near a year's target is: amounts that add up are
-- compared with periods of the same kind only.
with target as (
    from latest where measure = 'target' and contains(period_id, $year)
),
reached as (
    select target.id, latest.value_base / unit.mult as value, latest.period_id
    from target
    join unit on unit.id = target.unit
    join latest on latest.indicator_id = target.indicator_id and latest.item_id is not distinct from target.item_id
    join indicator on indicator.id = latest.indicator_id
    where latest.measure in ('value', 'growth_pct')
        and latest.base = target.base
        and (latest.period_kind = target.period_kind or (indicator.agg <> 'flow' and latest.period_kind in ('year', 'point')))
    qualify row_number() over (partition by target.id order by latest.end_date desc, latest.start_date) = 1
)
select
    sector.name_vi as sector,
    target.indicator_vi as indicator,
    target.item_vi as item,
    target.period_id as period,
    told_bound_vi(target) as bound,
    target.value as target,
    target.up_to,
    target.unit as unit,
    reached.value as reached,
    reached.period_id as reached_in
from target
join sector on sector.id = target.sector_id
join indicator on indicator.id = target.indicator_id
left join item on item.id = target.item_id
left join reached on reached.id = target.id
order by indicator.position, item.position nulls first, period
