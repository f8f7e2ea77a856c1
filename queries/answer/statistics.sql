select
    count(*) as rows,
    count({column}) as filled,
    least(approx_count_distinct({column}), count({column})) as approx_distinct,
    min({column})::varchar as least,
    max({column})::varchar as most,
    {numbers}
from {rows}
