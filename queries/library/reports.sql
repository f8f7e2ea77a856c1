-- vi: Mỗi báo cáo cho bao nhiêu số liệu, bao nhiêu số chưa xếp loại, bao nhiêu số bị nghi ngờ
-- en: How many figures each report gives, how many have no place in the catalogue, how many are disputed
select
    report.id as report,
    report.title,
    report.issued,
    count(*) as figures,
    count(*) filter (observation.indicator_id is null) as unplaced,
    count(*) filter (observation.repair is not null) as repaired,
    count(*) filter (exists (select 1 from finding where observation.id in (finding.observation_id, finding.other_id))) as disputed
from report
join observation on observation.report_id = report.id
group by report.id, report.title, report.issued, report.position
order by report.position
