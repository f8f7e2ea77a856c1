select {shown}
from {order}
join {kept} on {kept}.rowid = {order}.place
where {order}.rowid >= $first and {order}.rowid < $beyond
order by {order}.rowid
