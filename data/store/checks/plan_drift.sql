-- A level and its "% of plan" imply the plan; within one year the plan of an indicator should stay the same.
with implied as (
    select
        level.indicator_id, level.item_id, year(period.end_date) as plan_year, level.id, level.report_id, level.period_id,
        report.position, unit.base, unit.mult, unit.name_en as unit_en, period.label_vi, period.label_en, level.unit,
        level.value_base / pct.value * 100 as plan,
        abs(level.value_base / pct.value * 100)
            * (level.half_unit / nullif(abs(level.value_base), 0) + pct.half_unit / nullif(abs(pct.value), 0)) as tolerance
    from observation level
    join observation pct
        on pct.report_id = level.report_id and pct.indicator_id = level.indicator_id
        and pct.item_id is not distinct from level.item_id and pct.period_id = level.period_id
        and pct.passage_id = level.passage_id and pct.measure = 'plan_pct'
        and pct.source_start > level.source_start
    join report on report.id = level.report_id
    join period on period.id = level.period_id
    join unit on unit.id = level.unit
    where level.measure = 'value' and pct.value > 0 and level.value_base > 0
    -- Of several levels and shares it is not known which belong together, even if all but two are bounds.
    qualify count(*) over (partition by level.indicator_id, level.item_id, level.report_id, level.period_id) = 1
        and level.bound is null and pct.bound is null
)
select
    'warning' as severity,
    b.id as observation_id,
    a.id as other_id,
    a.plan as expected,
    b.plan as got,
    format('kế hoạch {}: {} {} theo {}, {} theo {}', a.plan_year,
        said_vi(rounded(a.plan / b.mult)), b.unit, a.label_vi, said_vi(rounded(b.plan / b.mult)), b.label_vi) as message_vi,
    format('implied plan for {}: {} {} ({}), {} ({})', a.plan_year,
        said_en(rounded(a.plan / b.mult)), b.unit_en, a.label_en, said_en(rounded(b.plan / b.mult)), b.label_en) as message_en
from implied a
join implied b
    on a.indicator_id = b.indicator_id and a.item_id is not distinct from b.item_id and a.plan_year = b.plan_year
    and a.base = b.base and a.position < b.position
where abs(a.plan - b.plan) > a.tolerance + b.tolerance + 0.005 * abs(a.plan)
