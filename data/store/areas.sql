-- Figures of another area than the store's own are series of their own: what such a report tells of stands in the catalogue once more, right
-- behind the original, under an id and names that say the area. That an area comes, goes or becomes the store's own changes the names alone:
-- all of them (those of the figures in ``fresh``, too) are made anew of the catalogue's.

create or replace temp table abroad as
select distinct catalogued(indicator_id) as indicator_id, catalogued(item_id) as item_id, area, ref_area
from fresh
join elsewhere using (report_id)
where indicator_id is not null;

update fresh set indicator_id = catalogued(indicator_id), item_id = catalogued(item_id)
where contains(indicator_id, '@');

update fresh set
    indicator_id = fresh.indicator_id || '@' || area,
    item_id = fresh.indicator_id || '@' || area || substring(fresh.item_id, length(fresh.indicator_id) + 1)
from elsewhere
where elsewhere.report_id = fresh.report_id and fresh.indicator_id is not null;

-- A row that is needed again stays: a key that is deleted cannot be written again in one transaction.
delete from item where contains(id, '@') and id not in (select item_id from fresh where item_id is not null);
delete from indicator where contains(id, '@') and id not in (select indicator_id from fresh where indicator_id is not null);

insert into indicator
select distinct own.* replace (
    own.id || '@' || area as id,
    own.name_vi || ' · ' || abroad.ref_area as name_vi,
    own.name_en || ' · ' || abroad.ref_area as name_en,
    fold(own.name_vi || ' · ' || abroad.ref_area) as folded,
    abroad.ref_area as ref_area)
from abroad
join indicator own on own.id = abroad.indicator_id
on conflict do nothing;

insert into item
select own.* replace (
    abroad.indicator_id || '@' || area || substring(own.id, length(abroad.indicator_id) + 1) as id,
    abroad.indicator_id || '@' || area as indicator_id,
    own.name_vi || ' · ' || abroad.ref_area as name_vi,
    own.name_en || ' · ' || abroad.ref_area as name_en,
    fold(own.name_vi || ' · ' || abroad.ref_area) as folded)
from abroad
join item own on own.id = abroad.item_id
on conflict do nothing;

update indicator set position = ranked.position from (
    select indicator.id, row_number() over (order by own.position, indicator.ref_area nulls first, indicator.id) as position
    from indicator
    join indicator own on own.id = catalogued(indicator.id)
) ranked
where ranked.id = indicator.id;

drop table abroad
