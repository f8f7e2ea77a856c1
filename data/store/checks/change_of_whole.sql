-- Where the parts add up to the whole, the whole cannot change by more than the part that changes most, nor by less than the
-- part that changes least.
with level as (
    select * from observation where measure = 'value'
),
change as (
    select * from observation where measure in ('yoy_pct', 'prev_pct')
),
parts as (
    select
        level.report_id, level.indicator_id, level.period_id, change.measure,
        sum(level.value_base) as sum_base, sum(level.half_unit) as half_units, count(*) as parts,
        min(change.value) as least, max(change.value) as most, max(change.half_unit) as half_unit
    from level
    join change
        on change.report_id = level.report_id and change.indicator_id = level.indicator_id and change.item_id = level.item_id
        and change.period_id = level.period_id and change.passage_id = level.passage_id
    group by all
)
select
    'warning' as severity,
    change.id as observation_id,
    level.id as other_id,
    case when change.value > parts.most then parts.most else parts.least end as expected,
    change.value as got,
    format('các phần tăng giảm {} đến {} %, tổng không thể {} %',
        said_vi(parts.least), said_vi(parts.most), said_vi(change.value)) as message_vi,
    format('the parts changed by between {} and {} %, so their total cannot have changed by {} %',
        said_en(parts.least), said_en(parts.most), said_en(change.value)) as message_en
from parts
join level
    on level.report_id = parts.report_id and level.indicator_id = parts.indicator_id and level.item_id is null
    and level.period_id = parts.period_id
join change
    on change.report_id = parts.report_id and change.indicator_id = parts.indicator_id and change.item_id is null
    and change.period_id = parts.period_id and change.measure = parts.measure
where parts.parts > 1
    and abs(parts.sum_base - level.value_base) <= parts.half_units + level.half_unit
    and (change.value + change.half_unit < parts.least - parts.half_unit
        or change.value - change.half_unit > parts.most + parts.half_unit)
qualify row_number() over (partition by change.id order by level.source_start) = 1
