-- The units of the figures.
select distinct unit from fresh order by unit
