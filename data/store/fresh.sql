-- New observations wait here, and in the end all of them, until they are arranged.
create or replace temp table fresh as from observation limit 0
