-- vi: Các chỉ tiêu và phân tổ của một lĩnh vực (null: tất cả), với đơn vị và diễn biến bình quân tháng
-- en: The indicators and items of a sector (null: all), with unit and course (flows as a monthly average)
-- sector = 'industry'
with figure as (
    select observation.id, indicator_id, item_id, observation.period_id, measure, value_base, unit, status, report.position
    from observation
    join report on report.id = observation.report_id
    where indicator_id in (select id from indicator where $sector is null or sector_id = $sector)
),
level as (
    select indicator_id, item_id, period_id, arg_max(value_base, position) as level
    from figure
    where measure in ('value', 'growth_pct') and status <> 'T'
    group by all
),
course as (
    select level.indicator_id, level.item_id,
        list(level / case when indicator.agg = 'flow' then greatest(1, datediff('month', start_date, end_date) + 1) else 1 end
            order by end_date, start_date) as course
    from level
    join period on period.id = level.period_id and period.kind in ('month', 'cumulative', 'quarter', 'half', 'year', 'point')
    join indicator on indicator.id = level.indicator_id
    group by all
),
disputed as (
    select indicator_id, item_id, count(distinct figure.id) as disputed
    from finding join figure on figure.id = finding.observation_id
    where finding.severity = 'warning'
    group by all
),
counted as (
    select indicator_id, item_id, count(*) as figures,
        coalesce(arg_max(unit, position) filter (measure in ('value', 'growth_pct', 'target')), arg_max(unit, position)) as printed_unit
    from figure
    group by all
)
select indicator.sector_id, indicator.id as indicator_id, item.id as item_id,
    indicator.name_vi as indicator_vi, indicator.name_en as indicator_en, item.name_vi as item_vi, item.name_en as item_en,
    indicator.folded as indicator_folded, item.folded as item_folded, indicator.agg,
    shown.id as unit, shown.name_en as unit_en, shown.base, shown.mult,
    counted.figures, coalesce(disputed.disputed, 0) as disputed, course.course[-24:] as course,
    indicator.definition_vi, indicator.definition_en
from counted
join indicator on indicator.id = counted.indicator_id
left join item on item.id = counted.item_id
left join unit wanted on wanted.id = coalesce(item.unit, nullif(indicator.unit, ''))
left join unit printed on printed.id = counted.printed_unit
left join unit shown on shown.id = case when wanted.base = printed.base then wanted.id else printed.id end
left join course on course.indicator_id = counted.indicator_id and course.item_id is not distinct from counted.item_id
left join disputed on disputed.indicator_id = counted.indicator_id and disputed.item_id is not distinct from counted.item_id
order by indicator.position, item.position nulls first
limit 5000
