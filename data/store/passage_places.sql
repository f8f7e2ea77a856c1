-- Where the passages of a report begin, and their ids.
select source_start, kind, id from passage where report_id = $report
