create or replace temp table {kept} ({columns})
