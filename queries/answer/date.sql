case when isinf({column})
then {column}::varchar::union(day {kind}, words varchar)
else {column}::union(day {kind}, words varchar)
end
