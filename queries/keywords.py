"""The words of SQL by what they do in a text: what is coloured, what is offered, where clauses and lines begin.

Names of functions, tables and columns are no words of SQL: they are read from the store.
"""

from __future__ import annotations

OFFERED = (
    "select", "from", "where", "group by", "order by", "join", "left join", "on", "and", "or", "not", "in", "is null",
    "is not null", "as", "case", "when", "then", "else", "end", "having", "limit", "with", "union all", "distinct", "between",
    "like", "ilike", "desc", "asc", "nulls last", "count(*)", "over", "partition by", "qualify", "exists", "using", "exclude",
    "replace", "pivot", "unpivot", "describe", "summarize", "explain", "values", "filter", "interval", "cast", "null", "true",
    "false", "offset", "cross join", "full join", "lateral", "recursive", "group by all", "order by all",
)  # fmt: skip
"""What is completed, the most used first."""
FIRST_FUNCTIONS = (
    "count", "sum", "avg", "min", "max", "round", "coalesce", "fold", "contains", "lag", "lead", "row_number", "rank",
)  # fmt: skip
"""The functions that are offered before all others."""

JOINS = frozenset((
    "natural", "asof", "positional", "left", "right", "full", "inner", "outer", "cross", "semi", "anti", "join",
))  # fmt: skip
"""What a join begins with."""
SETS = frozenset(("union", "intersect", "except"))
"""What stands between two queries that are made one."""
ABOUT = frozenset(("explain", "describe", "summarize"))
"""What stands before a query that is asked about."""
CONDITIONS = frozenset(("where", "having", "qualify"))
"""The clauses that hold conditions."""
SINGLE = CONDITIONS | {"select", "from", "window", "limit", "offset"}
"""The clauses that begin with one word, wherever it stands."""
CLAUSES = CONDITIONS | {"select", "from", "join", "on", "using", "group", "order", "by", "limit", "with"}
"""The words that decide what can be completed after them."""
QUERIES = ABOUT | {"select", "with", "from", "values", "pivot", "unpivot", "show"}
"""What a query begins with."""
COMPARING = frozenset(("=", "<>", "!=", "<", ">", "<=", ">=", "like", "ilike", "in", "between", "and"))
"""What stands between a column and the value that it is compared with."""
NO_ALIAS = CLAUSES | JOINS | SETS | {"as", "and", "or", "lateral", "window"}
"""What may follow the name of a table without being its alias."""
APART = CONDITIONS | SETS | {
    "select", "with", "from", "join", "on", "using", "as", "by", "limit", "all", "and", "or", "not", "in", "over",
    "when", "then", "else",
}  # fmt: skip
"""What is split by a space from a parenthesis behind it; a function is not."""
QUOTED = frozenset(("at", "when", "by", "order", "window", "offset"))
"""Names that a column may have only in quotes."""

KEYWORDS = frozenset(word for words in OFFERED for word in words.split() if word.isalpha()) | JOINS | SETS | {
    "nulls", "first", "last", "similar", "to", "rows", "range", "preceding", "following", "current", "row", "unbounded", "for",
    "window", "analyze", "show", "table", "sample", "date", "timestamp", "materialized", "any", "some", "collate",
}  # fmt: skip
"""What is coloured."""
