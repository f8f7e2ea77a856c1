-- What added reports brought: their figures, their numbers, the series of other reports that they continue, the findings about them.
with own as (
    select report_id, observation_id, indicator_id, item_id from reading where report_id in (select unnest($reports))
),
told as (
    select report_id, count(*) as figures, count(*) filter (indicator_id is null) as unknown from own group by report_id
),
counted as (
    select report_id, sum("count") as numbers, sum("count") filter (kind = 'unexplained') as unexplained from account group by report_id
),
continued as (
    select own.report_id, coalesce(series.item_vi, series.indicator_vi) as name_vi, coalesce(series.item_en, series.indicator_en) as name_en,
        series.rowid as position, count(*) as figures
    from own
    join series on series.indicator_id = own.indicator_id and series.item_id is not distinct from own.item_id
    group by all
    having count(*) < any_value(series.figures)
),
joined as (
    select
        report_id,
        count(*) as series,
        list(name_vi order by figures desc, position)[:3] as names_vi,
        list(name_en order by figures desc, position)[:3] as names_en
    from continued
    group by report_id
),
about as (
    select report_id, id, severity from finding join own using (observation_id)
    union
    select report_id, id, severity from finding join own on own.observation_id = other_id
),
found as (
    select report_id, count(*) filter (severity = 'warning') as warnings, count(*) filter (severity = 'notice') as notices
    from about
    group by report_id
)
select
    report.id,
    label_vi,
    label_en,
    coalesce(told.figures, 0),
    coalesce(told.unknown, 0),
    coalesce(counted.numbers, 0)::bigint,
    coalesce(counted.unexplained, 0)::bigint,
    coalesce(joined.series, 0),
    coalesce(joined.names_vi, []),
    coalesce(joined.names_en, []),
    coalesce(found.warnings, 0),
    coalesce(found.notices, 0),
    elsewhere.ref_area,
    (select min(twin.id) from report twin
        where twin.id <> report.id and twin.period_id = report.period_id and coalesce(twin.ref_area = report.ref_area, true)
            and (twin.number = report.number or (twin.kind = report.kind and twin.issuer = report.issuer))) as twin
from report
left join told on told.report_id = report.id
left join counted on counted.report_id = report.id
left join joined on joined.report_id = report.id
left join found on found.report_id = report.id
left join elsewhere on elsewhere.report_id = report.id
where report.id in (select unnest($reports))
