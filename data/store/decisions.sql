-- The decisions about a report, in the order in which they were made.
select source_start, source_end, action, patch, note from review where report_sha256 = $sha256 order by rowid
