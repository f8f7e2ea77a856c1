-- vi: Mỗi báo cáo cho bao nhiêu số liệu, bao nhiêu số chưa xếp loại, đã sửa lỗi in, bị nghi ngờ
-- en: How many figures each report gives, how many have no place in the catalogue, were misprinted and repaired, are disputed
select
    report.id as report,
    report.title,
    report.issued,
    count(*) as figures,
    count(*) filter (indicator_id is null) as unplaced,
    count(*) filter (repair is not null) as repaired,
    count(*) filter (disputed) as disputed
from report
join reading on reading.report_id = report.id
group by report.id, report.title, report.issued, report.position
order by report.position
