-- What the panes show of every series, period and report, counted once when the store is written.

delete from disputed;
delete from sector_use;
delete from series;
delete from cell;
delete from reading;
delete from period_use;
delete from report_use;

insert into disputed
select observation_id from finding where severity = 'warning'
union
select other_id from finding where severity = 'warning' and other_id is not null
order by 1;

-- The newest period of a series is the one that ends last, levels before targets and ratios, the longer of two that end together; what
-- a table does not show, changes on other years, only where nothing else is told.
insert into series
with told as (
    select observation.id, indicator_id, item_id, observation.period_id, measure, value_base, observation.unit, report.position, source_start,
        period.kind, start_date, end_date, is_level(measure) and status <> 'T' as level
    from observation
    join report on report.id = observation.report_id
    join period on period.id = observation.period_id
    where indicator_id is not null
),
counted as (
    select indicator_id, item_id, count(*) as figures, min(id) as first_id, max(id) as last_id,
        coalesce(
            arg_max(unit, (position, -source_start)) filter (is_level(measure) or measure = 'target'),
            arg_max(unit, (position, -source_start))
        ) as unit,
        arg_max(period_id, (is_tabled(measure), level, end_date, -(start_date - date '1900-01-01'))) as newest_period_id,
        bool_or(is_tabled(measure)) as tabled
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
        list(level / case when coalesce(item.agg, indicator.agg) = 'flow' then greatest(1, datediff('month', start_date, end_date) + 1) else 1 end
            order by end_date, start_date)[-24:] as course
    from level
    join indicator on indicator.id = level.indicator_id
    left join item on item.id = level.item_id
    group by all
),
in_dispute as (
    select indicator_id, item_id, count(*) as figures
    from disputed
    join told on told.id = disputed.observation_id
    group by all
)
select indicator.sector_id, indicator.id, item.id, indicator.name_vi, indicator.name_en, item.name_vi, item.name_en,
    indicator.folded, item.folded, coalesce(item.agg, indicator.agg), shown.id, unit_in_english(shown.id, shown.name_en, indicator.turns), shown.base, shown.mult,
    counted.figures, coalesce(in_dispute.figures, 0), course.course, indicator.definition_vi, indicator.definition_en,
    coalesce(item.good, indicator.good), counted.newest_period_id, counted.tabled, counted.first_id, counted.last_id
from counted
join indicator on indicator.id = counted.indicator_id
left join item on item.id = counted.item_id
left join course on course.indicator_id = counted.indicator_id and course.item_id is not distinct from counted.item_id
left join in_dispute on in_dispute.indicator_id = counted.indicator_id and in_dispute.item_id is not distinct from counted.item_id
left join unit wanted on wanted.id = coalesce(item.unit, nullif(indicator.unit, ''))
left join unit printed on printed.id = counted.unit
left join unit shown on shown.id = case when wanted.base = printed.base then wanted.id else printed.id end
order by indicator.position, item.position nulls first;

insert into sector_use
select sector.id, sector.name_vi, sector.name_en, sector.short_vi, sector.short_en,
    count(distinct series.indicator_id), coalesce(sum(series.figures), 0), coalesce(sum(series.disputed), 0)
from sector
left join series on series.sector_id = sector.id
group by all
order by any_value(sector.position);

insert into sector_use
select '?', 'Chưa xếp loại', 'Not in the catalogue', 'Chưa xếp loại', 'Not in the catalogue', 0, count(*), 0 from observation where indicator_id is null having count(*) > 0;

-- Every figure with all its names, in the order of the figures, so that a drilldown and a note join nothing. The newest reading of a series
-- key is of the newest report, and there the surest; of reviewed ones the first, so that a total and its parts come from one note. The
-- reading before is one in the same base unit: between tonnes and heads there is no revision.
insert into reading
with tie as materialized (
    from tied
)
select observation.id, report.id, report.label_vi, report.label_en, report.number, report.issued, report.position,
    passage.id, passage.section, passage.footnote, passage.page, observation.source_start, observation.source_end,
    indicator.sector_id, indicator.id, item.id, indicator.name_vi, indicator.name_en, item.name_vi, item.name_en,
    coalesce(item.good, indicator.good), observation.subject,
    period.id, period.kind, period.start_date, period.end_date,
    period.label_vi, period.label_en, observation.measure,
    observation.base_period, compared.label_vi, compared.label_en,
    observation.value, observation.value_base, unit.id, unit_in_english(unit.id, unit.name_en, indicator.turns), unit.base, observation.half_unit,
    observation.bound, upper.value, upper.value_base, ranked.value, own.with_id, observation.status, observation.printed, observation.repair, observation.rule, observation.confidence, observation.reviewed,
    disputed.observation_id is not null,
    indicator.id is not null and own.with_id is null and row_number() over (
        partition by series_key(observation), own.with_id is null
        order by report.position desc, observation.reviewed desc, if(observation.reviewed, 1, observation.confidence) desc, observation.source_start
    ) = 1,
    if(indicator.id is not null, count(*) over (partition by series_key(observation), own.with_id is null), null),
    if(indicator.id is not null, lag(observation.value_base) over (
        partition by series_key(observation), own.with_id is null, unit.base order by report.position, observation.source_start
    ), null)
from observation
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
join period on period.id = observation.period_id
join unit on unit.id = observation.unit
left join period compared on compared.id = observation.base_period
left join indicator on indicator.id = observation.indicator_id
left join item on item.id = observation.item_id
left join disputed on disputed.observation_id = observation.id
left join tie own on own.observation_id = observation.id
left join tie upper on upper.with_id = observation.id and upper.role = 'up_to'
left join tie ranked on ranked.with_id = observation.id and ranked.role = 'out_of'
order by observation.id;

-- The newest reading stands in the column of its period and, where that is the newest of its series, in column *. A stock stands in the
-- column of a period that ends on its day, too, unless it has a figure of that period. What was counted on other days than those of a
-- period stands in the column of a period that has nine tenths of the days of both, if the series has nothing else there.
insert into cell
with near as (
    select days.id as period_id, period.id as column_id
    from period days
    join period on days.kind = 'span' and period.kind not in ('span', 'point')
        and days.start_date <= period.end_date and period.start_date <= days.end_date
    where least(days.end_date, period.end_date) - greatest(days.start_date, period.start_date) + 1
        >= 0.9 * (greatest(days.end_date - days.start_date, period.end_date - period.start_date) + 1)
),
known as (
    select reading.*, reading.period_id = series.newest_period_id as at_last, period_kind = 'point' and agg in ('stock', 'rate') as at_end
    from reading
    join series on series.indicator_id = reading.indicator_id and series.item_id is not distinct from reading.item_id
    where newest and (is_tabled(measure) or not tabled)
),
placed as (
    select *, period_id as column_id, 0 as turn from known
    union all
    select *, '*', 1 from known where at_last
    union all
    select known.*, period.id, 2 from known join period on known.at_end and period.kind <> 'point' and period.end_date = known.end_date
    union all
    select known.*, near.column_id, 3 from known join near on near.period_id = known.period_id
)
select sector_id, indicator_id, item_id, column_id, period_id, period_vi, period_en, measure, base_vi, base_en, value, value_base, unit, unit_en, base,
    bound, up_to, up_to_base, out_of, status, observation_id, passage_id, disputed
from placed
qualify row_number() over (partition by indicator_id, item_id, column_id, measure order by turn, position desc, reviewed desc, source_start) = 1
    and (turn < 3 or min(turn) over (partition by indicator_id, item_id, column_id) = 3)
order by observation_id, turn, column_id;

-- A report is mainly about the period of which it gives most levels; those of another area have no say in which periods are shown at first.
insert into period_use
with used as (
    select period_id, report_id, count(*) as figures, count(*) filter (is_level(measure) and status <> 'T') as levels
    from observation
    group by all
),
main as (
    select report_id, arg_max(period_id, (levels, end_date)) as period_id
    from used join period on period.id = used.period_id
    where period.kind in ('cumulative', 'quarter', 'half', 'year') and report_id not in (select report_id from elsewhere)
    group by report_id
),
main_of as (
    select period_id, count(*) as main_of from main group by period_id
)
select period.id, period.kind, period.start_date, period.end_date, period.label_vi, period.label_en,
    sum(used.figures), coalesce(any_value(main_of.main_of), 0)
from used
join period on period.id = used.period_id
left join main_of on main_of.period_id = used.period_id
group by period.id, period.kind, period.start_date, period.end_date, period.label_vi, period.label_en
order by period.end_date, period.start_date;

insert into report_use
with figures as (
    select report_id, count(*) as figures, count(*) filter (indicator_id is null) as unknown, count(*) filter (reviewed) as reviewed
    from observation group by report_id
),
passages as (
    select report_id, count(*) as passages, count(*) filter (kind = 'footnote') as notes from passage group by report_id
),
disputed as (
    select report_id, count(*) as disputed from disputed join observation on observation.id = observation_id group by report_id
)
select report.id, coalesce(figures.figures, 0), coalesce(figures.unknown, 0), coalesce(figures.reviewed, 0),
    coalesce(passages.passages, 0), coalesce(passages.notes, 0), coalesce(disputed.disputed, 0)
from report
left join figures on figures.report_id = report.id
left join passages on passages.report_id = report.id
left join disputed on disputed.report_id = report.id
order by report.position
