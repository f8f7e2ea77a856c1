-- The findings of one rule, numbered after those that are there.
insert into finding
select (select count(*) from finding) + row_number() over (order by observation_id, other_id), $rule, found.*
from (
{rule}
) found
