-- Take the decisions about a report out of the store.
delete from review where report_sha256 = $sha256
