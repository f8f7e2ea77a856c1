create or replace temp table {kept} as
select * from (
{statement}
) as answer ({columns})
