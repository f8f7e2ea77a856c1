-- What an added report brought: its figures, its numbers, the series of other reports that it continues, the findings about it.
with own as (
    select observation_id, indicator_id, item_id from reading where report_id = $report
),
continued as (
    select coalesce(series.item_vi, series.indicator_vi) as name_vi, coalesce(series.item_en, series.indicator_en) as name_en,
        series.rowid as position, count(*) as figures
    from own
    join series on series.indicator_id = own.indicator_id and series.item_id is not distinct from own.item_id
    group by all
    having count(*) < any_value(series.figures)
),
found as (
    select severity from finding
    where observation_id in (select observation_id from own) or other_id in (select observation_id from own)
)
select
    label_vi,
    label_en,
    (select count(*) from own) as figures,
    (select count(*) from own where indicator_id is null) as unknown,
    (select coalesce(sum(account.count), 0)::bigint from account where report_id = $report) as numbers,
    (select coalesce(sum(account.count), 0)::bigint from account where report_id = $report and account.kind = 'unexplained') as unexplained,
    (select count(*) from continued) as series,
    (select coalesce(list(name_vi order by figures desc, position)[:3], []) from continued) as names_vi,
    (select coalesce(list(name_en order by figures desc, position)[:3], []) from continued) as names_en,
    (select count(*) from found where severity = 'warning') as warnings,
    (select count(*) from found where severity = 'notice') as notices,
    (select min(twin.id) from report twin
        where twin.id <> $report and twin.number = report.number and twin.period_id = report.period_id) as twin
from report
where id = $report
