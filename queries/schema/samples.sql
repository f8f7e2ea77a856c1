select {column}::varchar as value
from (select {column} from {table} where {column} is not null using sample reservoir(2000 rows) repeatable (1))
group by {column}
order by count(*) desc, {column}
limit 12
