{column}::varchar
