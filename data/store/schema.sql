-- The store: one DuckDB file. Names in brackets are the SDMX terms.

create table meta (key varchar primary key, value varchar not null);

create table sector (
    id varchar primary key, position integer not null, name_vi varchar not null, name_en varchar not null,
    short_vi varchar not null, short_en varchar not null
);

create table unit (
    id varchar primary key, name_en varchar not null, base varchar not null, mult double not null
);

create table indicator (
    id varchar primary key, sector_id varchar not null, position integer not null,
    name_vi varchar not null, name_en varchar not null, folded varchar not null,
    unit varchar not null, agg varchar not null, definition_vi varchar, definition_en varchar, good varchar, falls boolean not null, turns varchar,
    ref_area varchar
);

create table item (
    id varchar primary key, indicator_id varchar not null, position integer not null,
    name_vi varchar not null, name_en varchar not null, folded varchar not null, unit varchar, good varchar, agg varchar
);

create table period (
    id varchar primary key, kind varchar not null, start_date date not null, end_date date not null,
    label_vi varchar not null, label_en varchar not null
);

create table report (
    id varchar primary key, sha256 varchar not null unique, number varchar, kind varchar, title varchar,
    issuer varchar, ref_area varchar, issued date, period_id varchar, ocr boolean not null, has_text boolean not null,
    position integer not null, label_vi varchar not null, label_en varchar not null, shipped boolean not null
);

create table source_text (report_id varchar primary key, raw varchar not null);

create table passage (
    id integer primary key, report_id varchar not null, kind varchar not null, section varchar, section_title varchar,
    footnote varchar, page integer, anchor_passage_id integer, source_start integer not null, source_end integer not null,
    raw varchar, repaired varchar, folded varchar
);

create table observation (
    id integer not null, report_id varchar not null, passage_id integer not null,
    indicator_id varchar, item_id varchar, period_id varchar not null, measure varchar not null, base_period varchar,
    value double not null, unit varchar not null, value_base double not null, half_unit double not null,
    status varchar not null, bound varchar,
    subject varchar, printed varchar not null, source_start integer not null, source_end integer not null,
    repair varchar, rule varchar, confidence double not null, reviewed boolean not null
);

create table account (report_id varchar not null, kind varchar not null, count integer not null);

create table review (
    report_sha256 varchar not null, source_start integer not null, source_end integer not null,
    action varchar not null, patch varchar, note varchar
);

create table finding (
    id integer primary key, rule varchar not null, severity varchar not null,
    observation_id integer not null, other_id integer, expected double, got double,
    message_vi varchar not null, message_en varchar not null
);

-- Summaries, written anew with every change of the store (summary.sql): counted, named and in the order in which the panes show them,
-- so that the first picture joins and counts nothing.

create table sector_use (
    sector_id varchar not null, name_vi varchar not null, name_en varchar not null, short_vi varchar not null, short_en varchar not null,
    indicators bigint not null, figures bigint not null, disputed bigint not null
);

create table series (
    sector_id varchar not null, indicator_id varchar not null, item_id varchar,
    indicator_vi varchar not null, indicator_en varchar not null, item_vi varchar, item_en varchar,
    indicator_folded varchar not null, item_folded varchar, agg varchar not null,
    unit varchar, unit_en varchar, base varchar, mult double, figures bigint not null, disputed bigint not null, course double[],
    definition_vi varchar, definition_en varchar, good varchar,
    newest_period_id varchar, tabled boolean not null, first_id integer not null, last_id integer not null
);

create table disputed (observation_id integer not null);

create table cell (
    sector_id varchar not null, indicator_id varchar not null, item_id varchar, column_id varchar not null,
    period_id varchar not null, period_vi varchar not null, period_en varchar not null, measure varchar not null,
    base_vi varchar, base_en varchar,
    value double not null, value_base double not null, unit varchar not null, unit_en varchar not null, base varchar not null,
    bound varchar, up_to double, up_to_base double, out_of double,
    status varchar not null, observation_id integer not null, passage_id integer not null, disputed boolean not null
);

create table reading (
    observation_id integer not null,
    report_id varchar not null, report_vi varchar not null, report_en varchar not null, number varchar, issued date, position integer not null,
    passage_id integer not null, section varchar, footnote varchar, page integer, source_start integer not null, source_end integer not null,
    sector_id varchar, indicator_id varchar, item_id varchar, indicator_vi varchar, indicator_en varchar, item_vi varchar, item_en varchar,
    good varchar, subject varchar,
    period_id varchar not null, period_kind varchar not null, start_date date not null, end_date date not null,
    period_vi varchar not null, period_en varchar not null, measure varchar not null,
    base_period varchar, base_vi varchar, base_en varchar,
    value double not null, value_base double not null, unit varchar not null, unit_en varchar not null, base varchar not null, half_unit double not null,
    bound varchar, up_to double, up_to_base double, out_of double, told_with integer,
    status varchar not null, printed varchar not null, repair varchar, rule varchar, confidence double not null, reviewed boolean not null,
    disputed boolean not null, newest boolean not null, readings bigint, previous_value_base double
);

create table period_use (
    period_id varchar not null, kind varchar not null, start_date date not null, end_date date not null,
    label_vi varchar not null, label_en varchar not null, figures bigint not null, main_of bigint not null
);

create table report_use (
    report_id varchar primary key, figures bigint not null, unknown bigint not null, reviewed bigint not null,
    passages bigint not null, notes bigint not null, disputed bigint not null
);

-- One spelling for searching: "Điện thương phẩm", "dien thuong pham" and the decomposed form meet.
create macro fold(words) as
    lower(strip_accents(replace(replace(nfc_normalize(words), 'đ', 'd'), 'Đ', 'D')));

-- The reports of another area than the store's own, and what the ids of their series end with. The store's own area is that of the reports
-- that ship, else of most reports, of two with as many that of the first one; a report whose area is not known counts as one of it.
create view elsewhere as
with known as (
    select id as report_id, trim(regexp_replace(fold(ref_area), '[^a-z0-9]+', '-', 'g'), '-') as area, ref_area, shipped, rowid as place
    from report
    where ref_area is not null
),
own as (
    select area from known group by area order by bool_or(shipped) desc, count(*) desc, min(place) limit 1
)
select report_id, area, min(ref_area) over (partition by area) as ref_area
from known
where area not in (from own);

-- The id that the catalogue has for an indicator or item of whichever area.
create macro catalogued(id) as regexp_replace(id, '@[^.]*', '');

-- A unit in English, as an indicator counts in it: "lượt" is a turn of anything, a visit or a person or a case as the catalogue says;
-- "lượt người" are persons, but visits where these are counted.
create macro unit_in_english(unit, name_en, turns) as case
    when unit like '%lượt người' and turns = 'visits' then replace(name_en, 'persons', 'visits')
    when unit like '%lượt' and turns is not null then replace(name_en, 'visits', turns)
    else name_en
end;

-- What a bound means, in English.
create macro bound_en(bound) as case bound when 'trên' then 'above' when 'gần' then 'nearly' when 'khoảng' then 'about' when 'dưới' then 'below' end;

-- The bound of a row as it is to be said of its signed number: reports bound a fall by its size, so one of more than 7 is below −7.
create macro told_bound_vi(o) as
    if(o.value < 0 and o.measure <> 'value', case o.bound when 'trên' then 'dưới' when 'dưới' then 'trên' else o.bound end, o.bound);
create macro told_bound_en(o) as bound_en(told_bound_vi(o));

-- Numbers in messages: 1.072,9 and −6,8 in Vietnamese, 1,072.9 and −6.8 in English. What was worked out of two printed numbers has no more
-- than their four significant digits.
create macro rounded(x) as round(x, cast(3 - floor(log10(greatest(abs(x), 1e-6))) as integer));
create macro said_en(x) as
    case when x < 0 then '−' else '' end || rtrim(rtrim(format('{:,.6f}', cast(abs(x) as double)), '0'), '.');
create macro said_vi(x) as translate(said_en(x), ',.', '.,');

-- The same day of the year before; the last day of a month stays the last, so that February matches a leap year's.
create macro a_year_before(day) as
    if(day = last_day(day), last_day((day - interval 1 year)::date), (day - interval 1 year)::date);

-- What kind of figure a measure is: a level, or the rate that stands for one; what can be compared between reports; what a cell of the
-- indicator table is made of (the explorer's tui/model/measures.py says which of these it shows first).
create macro is_level(measure) as measure in ('value', 'growth_pct');
create macro is_compared(measure) as is_level(measure) or measure in ('share_pct', 'rank');
create macro is_tabled(measure) as
    is_compared(measure) or measure in ('target', 'plan_value', 'total', 'yoy_pct', 'yoy_index', 'plan_pct');

-- The series key: what two figures have in common that say the same thing of the same time; null where the catalogue does not know
-- the indicator. Checks, newest readings and revisions go by it. Takes a row of observation.
create macro series_key(o) as
    o.indicator_id || ' ' || coalesce(o.item_id, '') || ' ' || o.period_id || ' ' || o.measure || ' ' || coalesce(o.base_period, '');

-- What stands between the two ends of a range: a dash or "đến", the unit of the lower end before it.
create macro joins_range(words) as
    regexp_full_match(words, '\s*([^\d\s,;.()]+\s+|[^\w\s,;.()]\s*){0,4}([-–—−~÷]|đến|tới)\s*');

-- The figures that are no readings of their own, because another one (with_id) is told by them: the upper end of a range and the number of
-- those that are ranked. Where the words between are not at hand, two numbers of one key that almost touch are a range.
create view tied as
with pair as materialized (
    select first.id as with_id, second.id as observation_id, if(first.measure = 'rank', 'out_of', 'up_to') as role,
        second.value, second.value_base, first.source_start, first.source_end, first.printed, first.passage_id,
        second.source_start as second_start
    from observation first
    join observation second
        on first.passage_id = second.passage_id
        and first.indicator_id is not distinct from second.indicator_id and first.item_id is not distinct from second.item_id
    where second.source_start > first.source_end
        and if(
            first.measure = 'rank',
            second.measure = 'total' and second.source_start <= first.source_end + 40,
            second.source_start <= first.source_end + 24 and first.measure = second.measure and first.period_id = second.period_id
                and first.base_period is not distinct from second.base_period and first.unit = second.unit
                and second.value / nullif(first.value, 0) > 1
        )
),
worded as (
    select pair.*, second_start - pair.source_end as gap,
        substring(passage.raw, pair.source_start - passage.source_start + 1, pair.source_end - pair.source_start) = pair.printed as at_hand,
        substring(passage.raw, pair.source_end - passage.source_start + 1, gap) as words
    from pair
    join passage on passage.id = pair.passage_id
)
select observation_id, with_id, role, value, value_base
from worded
where role = 'out_of' or if(coalesce(at_hand, false), joins_range(words), gap <= 3)
qualify row_number() over (partition by observation_id order by source_start desc, with_id) = 1
    and row_number() over (partition by with_id order by second_start, observation_id) = 1;

-- The figures as they are compared with each other: a range is one of them, from its lower end to its upper one; a rank is one among as
-- many others.
create view compared as
with tie as materialized (
    from tied
)
select observation.*, upper.value as up_to,
    least(observation.value_base, upper.value_base) as lowest, greatest(observation.value_base, upper.value_base) as highest,
    ranked.value as out_of
from observation
left join tie upper on upper.with_id = observation.id and upper.role = 'up_to'
left join tie ranked on ranked.with_id = observation.id and ranked.role = 'out_of'
where not exists (from tie where tie.observation_id = observation.id);

-- The number of a row of ``compared`` in messages, and by how much two of them are apart: two ranges by the ends that differ most.
create macro told_en(o) as if(o.measure = 'rank', 'rank ', '') || said_en(o.value) || coalesce('–' || said_en(o.up_to), '');
create macro told_vi(o) as if(o.measure = 'rank', 'hạng ', '') || said_vi(o.value) || coalesce('–' || said_vi(o.up_to), '');
create macro with_unit(number, unit) as rtrim(number || ' ' || unit);
create macro apart(a, b) as if(
    a.up_to is not null and b.up_to is not null,
    greatest(abs(a.lowest - b.lowest), abs(a.highest - b.highest)),
    greatest(a.lowest - b.highest, b.lowest - a.highest)
);

-- Every reading of one series key in order of issue, with the revision against the reading before it.
create view vintage as
select observation_id as id, * exclude (observation_id, position, told_with), position as report_position,
    value_base - previous_value_base as revision
from reading
where indicator_id is not null and told_with is null;

-- The newest reading of each series key.
create view latest as
from vintage where newest;

-- For people who ask in SQL: the newest figures of an indicator or item and a period in one row, in one unit, with their names.
create view fact as
select latest.sector_id, latest.indicator_id, latest.item_id, latest.period_id,
    any_value(latest.indicator_vi) as indicator_vi, any_value(latest.indicator_en) as indicator_en,
    any_value(latest.item_vi) as item_vi, any_value(latest.item_en) as item_en,
    max(if(series.base = latest.base, round(latest.value_base / series.mult, 6), latest.value)) filter (is_level(measure)) as level,
    max(if(series.base = latest.base, series.unit, latest.unit)) filter (is_level(measure)) as unit,
    max(if(series.base = latest.base, series.unit_en, latest.unit_en)) filter (is_level(measure)) as unit_en,
    arg_max(latest.bound, latest.value_base) filter (is_level(measure)) as bound,
    max(if(series.base = latest.base, round(latest.up_to_base / series.mult, 6), latest.up_to)) filter (is_level(measure)) as up_to,
    max(latest.value) filter (measure = 'plan_pct') as plan_pct,
    arg_max(latest.value, (latest.report_position, -latest.source_start)) filter (measure = 'yoy_pct') as change_pct,
    bool_or(latest.disputed) as disputed,
    array_to_string(list_sort(list_distinct([
        max(latest.report_vi) filter (measure = 'value'), max(latest.report_vi) filter (measure = 'growth_pct'),
        max(latest.report_vi) filter (measure = 'plan_pct'), max(latest.report_vi) filter (measure = 'yoy_pct')
    ])), ', ') as reports,
    array_to_string(list_sort(list_distinct([
        max(latest.report_en) filter (measure = 'value'), max(latest.report_en) filter (measure = 'growth_pct'),
        max(latest.report_en) filter (measure = 'plan_pct'), max(latest.report_en) filter (measure = 'yoy_pct')
    ])), ', ') as reports_en,
    any_value(series.first_id) as position, any_value(latest.end_date) as end_date
from latest
join series on series.indicator_id = latest.indicator_id and series.item_id is not distinct from latest.item_id
where is_level(measure) or measure in ('plan_pct', 'yoy_pct')
group by latest.sector_id, latest.indicator_id, latest.item_id, latest.period_id;
