-- What the panes show of every series, period and report, counted once when the store is written.

delete from series;
delete from cell;
delete from period_use;
delete from report_use;

-- The newest period of a series is the one that ends last, levels before targets and ratios, the longer of two that end together.
insert into series
with told as (
    select observation.id, indicator_id, item_id, observation.period_id, measure, value_base, observation.unit, report.position, source_start,
        period.kind, start_date, end_date, measure in ('value', 'growth_pct') and status <> 'T' as level
    from observation
    join report on report.id = observation.report_id
    join period on period.id = observation.period_id
    where indicator_id is not null
),
counted as (
    select indicator_id, item_id, count(*) as figures, min(id) as first_id, max(id) as last_id,
        coalesce(
            arg_max(unit, (position, -source_start)) filter (measure in ('value', 'growth_pct', 'target')),
            arg_max(unit, (position, -source_start))
        ) as unit,
        arg_max(period_id, (level, end_date, -(start_date - date '1900-01-01'))) filter (
            measure in ('value', 'growth_pct', 'target', 'plan_value', 'share_pct', 'rank', 'total', 'yoy_pct', 'yoy_index', 'plan_pct')
        ) as newest_period_id
    from told
    group by all
),
level as (
    select indicator_id, item_id, start_date, end_date, arg_max(value_base, (position, -source_start)) as level
    from told
    where level and kind in ('month', 'cumulative', 'quarter', 'half', 'year', 'point')
    group by all
),
course as (
    select level.indicator_id, item_id,
        list(level / case when agg = 'flow' then greatest(1, datediff('month', start_date, end_date) + 1) else 1 end
            order by end_date, start_date)[-24:] as course
    from level
    join indicator on indicator.id = level.indicator_id
    group by all
),
disputed as (
    select indicator_id, item_id, count(distinct told.id) as disputed
    from finding
    join told on told.id = finding.observation_id
    where finding.severity = 'warning'
    group by all
)
select counted.indicator_id, counted.item_id, counted.figures, coalesce(disputed.disputed, 0), counted.unit,
    counted.newest_period_id, course.course, counted.first_id, counted.last_id
from counted
join indicator on indicator.id = counted.indicator_id
left join item on item.id = counted.item_id
left join course on course.indicator_id = counted.indicator_id and course.item_id is not distinct from counted.item_id
left join disputed on disputed.indicator_id = counted.indicator_id and disputed.item_id is not distinct from counted.item_id
order by indicator.position, item.position nulls first;

-- Of the readings of a cell that of the newest report counts, and there the surest.
insert into cell
with disputed as (
    select observation_id as id from finding where severity = 'warning'
    union
    select other_id from finding where severity = 'warning' and other_id is not null
)
select observation.indicator_id, observation.item_id, observation.period_id, measure, value, value_base, observation.unit, bound, status,
    observation.id, passage_id, disputed.id is not null, coalesce(observation.period_id = series.newest_period_id, false)
from observation
join (
    select arg_max(observation.id, (report.position, reviewed, confidence, -source_start)) as id
    from observation
    join report on report.id = observation.report_id
    where indicator_id is not null
    group by indicator_id, item_id, observation.period_id, measure
) shown on shown.id = observation.id
join series on series.indicator_id = observation.indicator_id and series.item_id is not distinct from observation.item_id
left join disputed on disputed.id = observation.id
order by observation.id;

-- A report is mainly about the period of which it gives most levels.
insert into period_use
with used as (
    select period_id, report_id, count(*) as figures, count(*) filter (measure in ('value', 'growth_pct') and status <> 'T') as levels
    from observation
    group by all
),
main as (
    select report_id, arg_max(period_id, (levels, end_date)) as period_id
    from used join period on period.id = used.period_id
    where period.kind in ('cumulative', 'quarter', 'half', 'year')
    group by report_id
),
main_of as (
    select period_id, count(*) as main_of from main group by period_id
)
select used.period_id, sum(used.figures)::bigint, coalesce(any_value(main_of.main_of), 0)
from used
left join main_of on main_of.period_id = used.period_id
group by used.period_id
order by used.period_id;

insert into report_use
with figures as (
    select report_id, count(*) as figures, count(*) filter (indicator_id is null) as unknown, count(*) filter (reviewed) as reviewed
    from observation group by report_id
),
passages as (
    select report_id, count(*) as passages, count(*) filter (kind = 'footnote') as notes from passage group by report_id
),
disputed as (
    select report_id, count(distinct observation.id) as disputed
    from (
        select observation_id as id from finding where severity = 'warning'
        union
        select other_id from finding where severity = 'warning' and other_id is not null
    ) told
    join observation on observation.id = told.id
    group by report_id
)
select report.id, coalesce(figures.figures, 0), coalesce(figures.unknown, 0), coalesce(figures.reviewed, 0),
    coalesce(passages.passages, 0), coalesce(passages.notes, 0), coalesce(disputed.disputed, 0)
from report
left join figures on figures.report_id = report.id
left join passages on passages.report_id = report.id
left join disputed on disputed.report_id = report.id
order by report.position
