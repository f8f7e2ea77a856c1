avg({column})::double as mean,
    median({column})::double as median,
    stddev_samp({column})::double as stddev,
    sum({column})::double as total
