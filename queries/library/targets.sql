-- vi: Mục tiêu đặt ra cho một năm, bên cạnh con số mới nhất đã đạt
-- en: The targets set for a year beside the newest level reached
-- year = '2030'
with reached as (
    select latest.indicator_id, latest.item_id, latest.value, latest.unit, latest.period_id
    from latest
    join period on period.id = latest.period_id
    where latest.measure = 'value'
    qualify row_number() over (
        partition by latest.indicator_id, latest.item_id order by period.end_date desc, period.start_date
    ) = 1
)
select
    sector.name_vi as sector,
    indicator.name_vi as indicator,
    item.name_vi as item,
    latest.period_id as period,
    latest.value as target,
    latest.bound,
    latest.unit,
    reached.value as reached,
    reached.unit as reached_unit,
    reached.period_id as reached_in
from latest
join indicator on indicator.id = latest.indicator_id
join sector on sector.id = indicator.sector_id
left join item on item.id = latest.item_id
left join reached on reached.indicator_id = latest.indicator_id and reached.item_id is not distinct from latest.item_id
where latest.measure = 'target' and contains(latest.period_id, $year)
order by indicator.position, item.position nulls first
