-- A sum since the beginning of the year cannot fall while the year goes on, unless it is a balance; what is aimed at is no such sum.
with cumulative as (
    select o.*, period.start_date, period.end_date, period.label_vi, period.label_en, unit.base, unit.name_en as unit_en
    from observation o
    join period on period.id = o.period_id
    join unit on unit.id = o.unit
    join indicator on indicator.id = o.indicator_id
    left join item on item.id = o.item_id
    where o.measure = 'value' and coalesce(item.agg, indicator.agg) = 'flow' and not indicator.falls and o.bound is null
        and o.status <> 'T'
        and month(period.start_date) = 1 and day(period.start_date) = 1 and year(period.start_date) = year(period.end_date)
)
select
    'warning' as severity,
    later.id as observation_id,
    earlier.id as other_id,
    earlier.value_base as expected,
    later.value_base as got,
    format('{}: {} {}, ít hơn {}: {} {}', later.label_vi, said_vi(later.value), later.unit,
        earlier.label_vi, said_vi(earlier.value), earlier.unit) as message_vi,
    format('{} {} in {}, less than the {} {} in {}', said_en(later.value), later.unit_en, later.label_en,
        said_en(earlier.value), earlier.unit_en, earlier.label_en) as message_en
from cumulative earlier
join cumulative later
    on later.indicator_id = earlier.indicator_id and later.item_id is not distinct from earlier.item_id
    and later.start_date = earlier.start_date and later.end_date > earlier.end_date and later.base = earlier.base
where later.value_base + later.half_unit < earlier.value_base - earlier.half_unit
