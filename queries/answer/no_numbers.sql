null::double as mean, null::double as middle, null::double as spread, null::double as total
