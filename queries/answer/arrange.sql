create or replace temp table {order} as
select rowid as place from {kept} where {condition} order by {sorting}
