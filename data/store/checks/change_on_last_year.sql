-- A level and its change on last year imply last year's level, which last year's own report gave, or this one, too.
with dated as (
    select o.*, period.kind as period_kind, period.start_date, period.end_date, period.label_vi, period.label_en,
        unit.name_en as unit_en, unit.base, report.label_vi as report_vi, report.label_en as report_en
    from observation o
    join report on report.id = o.report_id
    join period on period.id = o.period_id
    join unit on unit.id = o.unit
    where o.bound is null
)
select
    'notice' as severity,
    level.id as observation_id,
    earlier.id as other_id,
    earlier.value_base as expected,
    level.value_base / (1 + change.value / 100) as got,
    format('{} tăng giảm {} % nghĩa là {} phải là {} {}, {} ghi {} {}', level.label_vi, said_vi(change.value),
        earlier.label_vi, said_vi(rounded(level.value / (1 + change.value / 100))), level.unit,
        if(earlier.report_id = level.report_id, 'chính báo cáo này', earlier.report_vi),
        said_vi(earlier.value), earlier.unit) as message_vi,
    format('{} changed by {} %, so {} must have been {} {}; {} says {} {}', level.label_en,
        said_en(change.value), earlier.label_en, said_en(rounded(level.value / (1 + change.value / 100))), level.unit_en,
        if(earlier.report_id = level.report_id, 'the same report', earlier.report_en),
        said_en(earlier.value), earlier.unit_en) as message_en
from dated level
join observation change
    on change.passage_id = level.passage_id and change.indicator_id = level.indicator_id
    and change.item_id is not distinct from level.item_id and change.period_id = level.period_id and change.measure = 'yoy_pct'
    and change.bound is null
join dated earlier
    on earlier.indicator_id = level.indicator_id and earlier.item_id is not distinct from level.item_id
    and earlier.measure = 'value' and earlier.status <> 'T' and earlier.base = level.base and earlier.period_kind = level.period_kind
    and earlier.start_date = a_year_before(level.start_date) and earlier.end_date = a_year_before(level.end_date)
where level.measure = 'value' and change.value > -100
    and abs(level.value_base / (1 + change.value / 100) - earlier.value_base)
        > earlier.half_unit + (level.half_unit + abs(level.value_base) * change.half_unit / 100) / (1 + change.value / 100)
            + 0.01 * abs(earlier.value_base)
