avg({column})::double as mean,
    median({column})::double as middle,
    stddev_samp({column})::double as spread,
    sum({column})::double as total
