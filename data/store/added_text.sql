-- The id and text of an added report.
select id, raw
from source_text
join report on id = report_id
where sha256 = $sha256 and not shipped
