-- The figures that waited are written in their order.
drop table fresh
