select
    count(*) as rows,
    count({column}) as filled,
    approx_count_distinct({column}) as distinct_about,
    min({column})::varchar as least,
    max({column})::varchar as most,
    {numbers}
from {rows}
