-- The periods and units in use are listed anew.
delete from period;
delete from unit
