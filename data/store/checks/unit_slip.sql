-- What reports of neighbouring years imply about the same thing is a hundred times or more apart: the plans that follow from
-- level and "% of plan", or the level of last year that follows from a level and its change, and an earlier one that was to be
-- at least as large. Nothing grows like that from plan to plan; a word of the unit ("nghìn") was left out, or a comma moved.
-- What is a little off is for the other rules: plan_drift within a year, change_on_last_year for the same months.
with level as (
    select
        o.*, period.start_date, period.end_date, year(period.end_date) as year,
        -- Until the end of February is until the same day, with a leap day or without.
        if(period.end_date = last_day(period.end_date), strftime(period.end_date, '%m31'), strftime(period.end_date, '%m%d')) as until,
        period.label_vi, period.label_en, unit.base, unit.mult, unit.name_en as unit_en, coalesce(item.agg, indicator.agg) as agg, report.position
    from observation o
    join period on period.id = o.period_id
    join unit on unit.id = o.unit
    join indicator on indicator.id = o.indicator_id
    left join item on item.id = o.item_id
    join report on report.id = o.report_id
    where o.measure = 'value' and o.bound is null and o.value_base > 0
        and month(period.start_date) = 1 and day(period.start_date) = 1 and year(period.start_date) = year(period.end_date)
),
planned as (
    select level.*, level.value_base / pct.value * 100 as implied
    from level
    join observation pct
        on pct.passage_id = level.passage_id and pct.indicator_id = level.indicator_id
        and pct.item_id is not distinct from level.item_id and pct.period_id = level.period_id
        and pct.measure = 'plan_pct' and pct.value > 0 and pct.source_start > level.source_start
    qualify count(*) over (partition by level.indicator_id, level.item_id, level.report_id, level.period_id) = 1
        and pct.bound is null
),
changed as (
    select level.*, level.value_base / (1 + change.value / 100) as implied
    from level
    join observation change
        on change.passage_id = level.passage_id and change.indicator_id = level.indicator_id
        and change.item_id is not distinct from level.item_id and change.period_id = level.period_id
        and change.measure = 'yoy_pct' and change.bound is null and change.value > -100
    where level.agg = 'flow'
),
pair as (
    select
        'plan' as about, later.id, earlier.id as other_id, earlier.implied as expected, later.implied as got, earlier.end_date,
        later.position, earlier.position as other_position,
        format('kế hoạch năm {} suy ra từ {} là {} {}, năm {} suy ra từ {} là {} {}', earlier.year, earlier.label_vi,
            said_vi(rounded(earlier.implied / earlier.mult)), earlier.unit, later.year, later.label_vi,
            said_vi(rounded(later.implied / later.mult)), later.unit) as message_vi,
        format('the plan for {} implied by {} is {} {}, that for {} implied by {} is {} {}', earlier.year, earlier.label_en,
            said_en(rounded(earlier.implied / earlier.mult)), earlier.unit_en, later.year, later.label_en,
            said_en(rounded(later.implied / later.mult)), later.unit_en) as message_en
    from planned later
    join planned earlier
        on earlier.indicator_id = later.indicator_id and earlier.item_id is not distinct from later.item_id
        and earlier.base = later.base and later.year - earlier.year between 1 and 3
    union all
    select
        'level', later.id, earlier.id, earlier.value_base, later.implied, earlier.end_date, later.position, earlier.position,
        format('{} là {} {}, nhưng {} và mức tăng giảm của nó cho thấy một năm trước là {} {}', earlier.label_vi,
            said_vi(earlier.value), earlier.unit, later.label_vi, said_vi(rounded(later.implied / later.mult)), later.unit),
        format('{} gives {} {}, but {} and its change imply {} {} a year before', earlier.label_en, said_en(earlier.value),
            earlier.unit_en, later.label_en, said_en(rounded(later.implied / later.mult)), later.unit_en)
    from changed later
    join level earlier
        on earlier.indicator_id = later.indicator_id and earlier.item_id is not distinct from later.item_id
        and earlier.base = later.base and later.year - earlier.year between 1 and 3
        and (later.year - earlier.year > 1 or earlier.until <> later.until)
    -- A longer time holds no less, a shorter one no more.
    where case when later.implied > earlier.value_base then earlier.until >= later.until else earlier.until <= later.until end
)
select
    'notice' as severity,
    id as observation_id,
    other_id,
    expected,
    got,
    message_vi || ': có thể nhầm đơn vị' as message_vi,
    message_en || ': the unit may be wrong' as message_en
from pair
where abs(log10(got / expected)) >= 2
    and abs(log10(got / expected) - round(log10(got / expected))) <= 0.3
-- The nearest earlier one, and its plan rather than its level.
qualify row_number() over (partition by id order by end_date desc, other_position desc, about desc) = 1
