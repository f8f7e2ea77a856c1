-- vi: Các hàm của DuckDB, với tham số và ý nghĩa, để gợi ý khi gõ
-- en: DuckDB's functions with their parameters and what they do, for completion
select
    function_name as name,
    any_value(function_type) as kind,
    array_to_string(arg_min(parameters, len(parameters)), ', ') as parameters,
    any_value(description) as description
from duckdb_functions()
where function_name ~ '^[a-z][a-z0-9_]*$' and function_type in ('scalar', 'aggregate', 'table', 'macro', 'table_macro')
group by function_name
order by function_name
