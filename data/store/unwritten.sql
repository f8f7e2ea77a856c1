-- How many figures were to be written, and how many are in the store.
select (select count(*) from fresh) as waiting, (select count(distinct id) from observation) as written
