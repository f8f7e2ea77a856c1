-- Take a report out of the store, with all that is known of it and the decisions about it.
delete from observation where report_id = $report;
delete from passage where report_id = $report;
delete from account where report_id = $report;
delete from source_text where report_id = $report;
delete from review where report_sha256 = (select sha256 from report where id = $report);
delete from report where id = $report
