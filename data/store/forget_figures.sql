-- Take the figures of a report out of the store.
delete from observation where report_id = $report
