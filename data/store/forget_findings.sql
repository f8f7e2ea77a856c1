-- The checks are done anew.
delete from finding
