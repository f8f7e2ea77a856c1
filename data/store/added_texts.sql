-- The reports whose text is in the store, in their order.
select report.id, raw, sha256
from source_text
join report on report.id = report_id
order by position
