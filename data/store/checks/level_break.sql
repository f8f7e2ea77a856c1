-- A stock that stands apart, by a tenth or more, from the level reported after it and from the level a year before that one:
-- between such reports the way of counting has changed (a census, new borders), and the series must not be read as one.
with level as (
    select o.*, period.end_date, period.label_vi, period.label_en, unit.base, unit.mult, unit.name_en as unit_en
    from observation o
    join period on period.id = o.period_id
    join unit on unit.id = o.unit
    join indicator on indicator.id = o.indicator_id
    where o.measure = 'value' and indicator.agg = 'stock' and o.bound is null and o.status <> 'T'
),
dated as (
    select
        level.*, case change.measure when 'yoy_pct' then change.value else change.value - 100 end as moved,
        level.value_base / (1 + moved / 100) as last_year,
        round(last_year / level.mult, case when level.value < 1000 then 2 else 0 end) as last_year_said
    from level
    join observation change
        on change.passage_id = level.passage_id and change.indicator_id = level.indicator_id
        and change.item_id is not distinct from level.item_id and change.period_id = level.period_id
        and change.measure in ('yoy_pct', 'yoy_index') and change.bound is null
    where moved > -100
)
select
    'notice' as severity,
    later.id as observation_id,
    earlier.id as other_id,
    earlier.value_base as expected,
    later.value_base as got,
    format('{} là {} {}, {} là {} {}, mà một năm trước đó đã là {} {}: có thể đã đổi cách tính', earlier.label_vi,
        said_vi(earlier.value), earlier.unit, later.label_vi, said_vi(later.value), later.unit, said_vi(later.last_year_said),
        later.unit) as message_vi,
    format('{}: {} {}; {}: {} {}, and {} {} a year before that: the way of counting may have changed', earlier.label_en,
        said_en(earlier.value), earlier.unit_en, later.label_en, said_en(later.value), later.unit_en,
        said_en(later.last_year_said), later.unit_en) as message_en
from dated later
join level earlier
    on earlier.indicator_id = later.indicator_id and earlier.item_id is not distinct from later.item_id and earlier.base = later.base
    and earlier.end_date < later.end_date and earlier.end_date > a_year_before(later.end_date)
where least(later.value_base, later.last_year) > 1.1 * earlier.value_base
    or greatest(later.value_base, later.last_year) < earlier.value_base / 1.1
-- The reading just before the break.
qualify row_number() over (partition by later.id order by earlier.end_date desc) = 1
