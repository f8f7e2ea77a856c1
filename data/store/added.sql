-- What an added report brought: its figures, its numbers, the series of other reports that it continues, the findings about it.
with own as (
    select id, indicator_id, item_id from observation where report_id = $report
),
continued as (
    select own.indicator_id, own.item_id, count(distinct own.id) as figures
    from own
    join observation other on other.indicator_id = own.indicator_id and other.item_id is not distinct from own.item_id
    where other.report_id <> $report
    group by all
),
found as (
    select distinct finding.id, severity from finding join own on own.id in (finding.observation_id, finding.other_id)
)
select
    label_vi,
    label_en,
    (select count(*) from own) as figures,
    (select count(*) from own where indicator_id is null) as unknown,
    (select coalesce(sum(account.count), 0)::bigint from account where report_id = $report) as numbers,
    (select coalesce(sum(account.count), 0)::bigint from account where report_id = $report and account.kind = 'unexplained') as unexplained,
    (select count(*) from continued) as series,
    (select coalesce(list(coalesce(item.name_vi, indicator.name_vi) order by continued.figures desc, indicator.position, item.position)[:3], [])
        from continued join indicator on indicator.id = continued.indicator_id
        left join item on item.id = continued.item_id) as names_vi,
    (select coalesce(list(coalesce(item.name_en, indicator.name_en) order by continued.figures desc, indicator.position, item.position)[:3], [])
        from continued join indicator on indicator.id = continued.indicator_id
        left join item on item.id = continued.item_id) as names_en,
    (select count(*) from found where severity = 'warning') as warnings,
    (select count(*) from found where severity = 'notice') as notices,
    (select min(twin.id) from report twin
        where twin.id <> $report and twin.number = report.number and twin.period_id = report.period_id) as twin
from report
where id = $report
