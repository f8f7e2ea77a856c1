-- The figures that are in the store wait with the new ones.
insert into fresh from observation
