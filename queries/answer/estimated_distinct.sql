least(approx_count_distinct({column}), count({column}))
