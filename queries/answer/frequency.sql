select {column}::varchar as value, count(*) as rows, count(*)::double / sum(count(*)) over () as share
from {rows}
group by {column}
order by rows desc, {column} nulls last
limit $most
