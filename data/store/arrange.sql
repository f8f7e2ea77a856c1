-- The reports in order of issue, those of no known time first, so that they are never the newest. The observations (all of them are in
-- ``fresh``) in the order of the catalogue and of time, numbered in that order: the figures of a sector, of an indicator, and the newest of
-- them are a range of ids, which is all that DuckDB reads.

update report set position = ranked.position from (
    select report.id, row_number() over (order by coalesce(
        issued, case when report.kind = 'plan' then start_date else end_date end) nulls first, report.id) as position
    from report left join period on period.id = report.period_id) ranked
where ranked.id = report.id;

delete from observation;

insert into observation
select fresh.* replace (row_number() over (
    order by sector.position nulls last, indicator.position, period.end_date, period.start_date, item.position nulls first, report.position,
        fresh.source_start, fresh.source_end, fresh.id
) as id)
from fresh
join report on report.id = fresh.report_id
join period on period.id = fresh.period_id
left join indicator on indicator.id = fresh.indicator_id
left join sector on sector.id = indicator.sector_id
left join item on item.id = fresh.item_id
order by 1
