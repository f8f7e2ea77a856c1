null::double as mean, null::double as median, null::double as stddev, null::double as total
