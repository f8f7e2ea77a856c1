-- The first ids that no passage and no observation has.
select (select coalesce(max(id), 0) + 1 from passage) as passage, (select coalesce(max(id), 0) + 1 from observation) as observation
