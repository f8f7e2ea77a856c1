-- vi: Các bảng và cột của kho số liệu, với ý nghĩa
-- en: The tables and columns of the store, with what they mean
select
    columns.table_name,
    coalesce(tables.comment, views.comment) as table_comment,
    tables.estimated_size as table_rows,
    columns.column_name,
    columns.data_type,
    columns.comment as column_comment
from duckdb_columns() columns
left join duckdb_tables() tables on tables.table_oid = columns.table_oid and tables.database_oid = columns.database_oid
left join duckdb_views() views on views.view_oid = columns.table_oid and views.database_oid = columns.database_oid
where not columns.internal and columns.database_name = current_database()
order by coalesce(nullif(
        list_position(['fact', 'reading', 'observation', 'latest', 'vintage', 'indicator', 'item', 'period', 'report', 'passage', 'finding'],
            columns.table_name), 0), 100),
    columns.table_name, columns.column_index
