-- The reports of the store by their sha256.
select sha256, id from report
