-- The invented figures of the bench: $reports reports, each with 25 notes of 10 mentions of four figures. Everything follows from hashes,
-- so that two runs give the same store. One mention in 2,000 is off by a few per cent, for the checks to find. Every seventh name of the
-- catalogue is told of, so that a longer catalogue hardly changes how often each is.

create temp table thing as
select row_number() over (order by named) - 1 as place, * exclude (named)
from (
    select row_number() over (order by indicator.position, item.position nulls first) - 1 as named,
        indicator.id as indicator_id, item.id as item_id, indicator.agg = 'flow' as adds_up,
        coalesce(item.name_vi, indicator.name_vi) as name, unit_mult.unit, unit_mult.mult
    from indicator
    left join item on item.indicator_id = indicator.id
    join unit_mult on unit_mult.unit = coalesce(item.unit, nullif(indicator.unit, ''), 'tấn')
)
where named % 7 = 0;

create temp table head as
select i, 'r' || lpad(i::varchar, 4, '0') as id, 2019 + i * 96 // $reports // 12 as year, 1 + (i * 96 // $reports) % 12 as month,
    i % 2 = 0 as has_text
from range($reports) t(i);

insert into report
select id, sha256(id), i || '/BC-UBND', 'monthly', 'Tình hình kinh tế - xã hội ' || month || ' tháng năm ' || year, 'UBND tỉnh Mẫu', 'Mẫu',
    make_date(year, month, 25), year || '-M01/M' || lpad(month::varchar, 2, '0'), i % 5 = 0, has_text, 0,
    'BC ' || i || '/' || year, 'Report ' || i || '/' || year, true
from head;

create temp table mention as
select head.i * 250 + m as id, head.id as report_id, head.has_text, head.i * 25 + m // 10 as note, m % 10 as turn, thing.*, month, year,
    year || '-M' || lpad(month::varchar, 2, '0') as month_id,
    if(month = 1, year || '-M01', year || '-M01/M' || lpad(month::varchar, 2, '0')) as sum_id,
    round((5 + hash(thing.place) % 100000 / 100.0) * (1 + 0.05 * (year - 2019)) * (if(hash(head.i * 250 + m + 1) % 2000 = 0, 1.06, 1)), 2) as plan
from head, range(250) t(m)
join thing on thing.place = (head.i * 250 + m) % (select count(*) from thing);

create temp table figure as
select id * 4 + part as id, mention.* exclude (id), part,
    ['value', 'plan_pct', 'yoy_pct', 'value'][part + 1] as measure,
    case part
        when 0 then round(if(adds_up, plan * month / 12, plan), 1)
        when 1 then round(if(adds_up, 100.0 * month / 12, 100), 1)
        when 2 then round(100 * ((1 + 0.05 * (year - 2019)) / (1 + 0.05 * (year - 2020)) - 1), 1)
        else round(if(adds_up, plan / 12, plan), 1)
    end as value,
    part in (1, 2) as relative
from mention, range(4) p(part);

insert into fresh
select 1 + id, report_id, 1 + note,
    if(id % 100 = 99, null, indicator_id), if(id % 100 = 99, null, item_id), if(part = 3, month_id, sum_id), measure, null,
    value, if(relative, '%', unit), if(relative, value, value * mult), if(relative, 0.05, 0.05 * mult),
    if(part = 0 and hash(id) % 3 = 0, 'E', 'A'), null,
    if(id % 100 = 99, 'số hộ được hỗ trợ theo đề án số ' || id % 9000, null),
    replace(format('{:.1f}', value), '.', ','), (note % 25 * 10 + turn) * 160 + part * 40 + 12, (note % 25 * 10 + turn) * 160 + part * 40 + 17,
    null, 'level', 0.8 + hash(id) % 20 / 100, hash(id) % 2 = 0
from figure;

insert into passage
select 1 + note, report_id, 'footnote', 'II.1.' || 1 + note % 9, 'Tình hình sản xuất, kinh doanh', (1 + note % 25)::varchar, 1 + note % 25 // 3,
    null, note % 25 * 1600, note % 25 * 1600 + 1600, words, words, if(words is null, null, fold(words))
from (
    select note, report_id, if(any_value(has_text), string_agg(name || ' ước đạt ' || plan || ' ' || unit || ', tăng 5% so với cùng kỳ', '; '
        order by turn), null) as words
    from mention group by all
);

insert into source_text
select report_id, string_agg(raw, chr(10) order by id) from passage where raw is not null group by all;

drop table figure;
drop table mention;
drop table head;
drop table thing;
drop table unit_mult
