{column}::varchar::double
