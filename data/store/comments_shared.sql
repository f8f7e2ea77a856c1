-- The statements that give columns the comment of the column of the same name from which they come: in the table ``reading``, for those of
-- ``latest`` in the view ``vintage``, too.
select format('comment on column {}.{} is ''{}''', bare.table_name, bare.column_name,
    replace(any_value(told.comment order by told.table_name), '''', '''''')) as statement
from duckdb_columns() bare
join duckdb_columns() told on told.column_name = bare.column_name and told.database_oid = bare.database_oid
where bare.database_name = current_database() and bare.comment is null and told.comment is not null
    and bare.table_name in ('observation', 'compared', 'vintage', 'latest')
    and told.table_name in ('reading', 'vintage')
group by bare.table_name, bare.column_name
