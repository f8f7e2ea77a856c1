-- The reports whose text is not in the store.
select id, sha256 from report where not has_text
