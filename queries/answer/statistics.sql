select
    count(*) as rows,
    count({column}) as filled,
    {distinct} as distinct_values,
    min({column})::varchar as least,
    max({column})::varchar as most,
    {numbers}
from {rows}
