regexp_matches({column}::varchar, ${word})
