count(distinct {column})
