-- The store: one DuckDB file. Names in brackets are the SDMX terms.

create table meta (key varchar primary key, value varchar not null);

create table sector (
    id varchar primary key, position integer not null, name_vi varchar not null, name_en varchar not null
);

create table unit (
    id varchar primary key, name_en varchar not null, base varchar not null, mult double not null
);

create table indicator (
    id varchar primary key, sector_id varchar not null, position integer not null,
    name_vi varchar not null, name_en varchar not null, folded varchar not null,
    unit varchar not null, agg varchar not null, definition_vi varchar, definition_en varchar, good varchar
);

create table item (
    id varchar primary key, indicator_id varchar not null, position integer not null,
    name_vi varchar not null, name_en varchar not null, folded varchar not null, unit varchar, good varchar
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

-- Summaries, written anew with every change of the store (summary.sql), so that no pane counts what it does not show.

create table series (
    indicator_id varchar not null, item_id varchar, figures bigint not null, disputed bigint not null, unit varchar,
    newest_period_id varchar, course double[], first_id integer not null, last_id integer not null
);

create table cell (
    indicator_id varchar not null, item_id varchar, period_id varchar not null, measure varchar not null, value double not null,
    value_base double not null, unit varchar not null, bound varchar, status varchar not null, observation_id integer not null,
    passage_id integer not null, disputed boolean not null, newest boolean not null
);

create table period_use (period_id varchar primary key, figures bigint not null, main_of bigint not null);

create table report_use (
    report_id varchar primary key, figures bigint not null, unknown bigint not null, reviewed bigint not null,
    passages bigint not null, notes bigint not null, disputed bigint not null
);

-- One spelling for searching: "Điện thương phẩm", "dien thuong pham" and the decomposed form meet.
create macro fold(words) as
    lower(strip_accents(replace(replace(nfc_normalize(words), 'đ', 'd'), 'Đ', 'D')));

-- Numbers in messages, at most six significant digits: 1.072,9 in Vietnamese, 1,072.9 in English.
create macro rounded(x) as round(x, greatest(0, cast(5 - floor(log10(greatest(abs(x), 1e-6))) as integer)));
create macro said_en(x) as
    format('{:,}', cast(trunc(rounded(x)) as bigint))
    || case when rounded(x) = trunc(rounded(x)) then ''
        else '.' || rtrim(split_part(format('{:.6f}', abs(rounded(x))), '.', 2), '0') end;
create macro said_vi(x) as translate(said_en(x), ',.', '.,');

-- Every reading of one series key in order of issue, with the revision against the reading before it.
create view vintage as
select o.*, r.issued, r.position as report_position,
    lag(o.value_base) over series as previous_value_base,
    o.value_base - lag(o.value_base) over series as revision,
    count(*) over (partition by o.indicator_id, o.item_id, o.period_id, o.measure) as readings
from observation o
join report r on r.id = o.report_id
where o.indicator_id is not null
window series as (
    partition by o.indicator_id, o.item_id, o.period_id, o.measure
    order by r.position, o.source_start
);

-- The newest reading of each series key: of the newest report, and there the surest.
create view latest as
select *
from vintage
qualify row_number() over (
    partition by indicator_id, item_id, period_id, measure
    order by report_position desc, reviewed desc, confidence desc, source_start
) = 1;

comment on table observation is 'Số liệu: mỗi dòng là một con số in trong báo cáo, đọc theo một cách | One row: one printed number read one way';
comment on table report is 'Báo cáo nguồn | The source reports (vintages)';
comment on column report.shipped is 'Báo cáo có sẵn, số liệu đã rà soát | Comes with the program, its figures reviewed; others were added';
comment on table passage is 'Đoạn văn, chú thích, tiêu đề trong báo cáo | Passages: headings, body paragraphs, footnotes';
comment on table indicator is 'Chỉ tiêu | Indicators';
comment on table item is 'Phân tổ của chỉ tiêu (sản phẩm, cửa khẩu, nguồn vốn ...) | Members of a breakdown';
comment on table period is 'Kỳ | Periods';
comment on table sector is 'Lĩnh vực | Sectors';
comment on column indicator.good is 'up nhiều hơn là tốt, down ít hơn là tốt, trống: không nói được | Whether more (up) or less (down) is good';
comment on column item.good is 'Như của chỉ tiêu, khi phân tổ ngược lại | As of the indicator, where the item is the other way round';
comment on table unit is 'Đơn vị tính | Units of measure';
comment on table finding is 'Phát hiện khi kiểm tra | Findings of the checks';
comment on table review is 'Rà soát | Reviewed corrections';
comment on table meta is 'Thông tin về tệp | About this file';
comment on table series is 'Các chuỗi số liệu: chỉ tiêu và phân tổ, đã đếm | The series: indicators and items, counted';
comment on table cell is 'Số mới nhất của mỗi chuỗi, kỳ và loại số | The newest reading of each series, period and measure';
comment on column cell.newest is 'Kỳ mới nhất của chuỗi | Whether this is the newest period of the series';
comment on table period_use is 'Số liệu của mỗi kỳ, đã đếm | The figures of each period, counted';
comment on table report_use is 'Số liệu của mỗi báo cáo, đã đếm | The figures of each report, counted';
comment on column series.first_id is 'Số liệu của chuỗi nằm trong khoảng id này | The observations of the series lie in this range of ids';
comment on column series.course is 'Diễn biến, bình quân tháng nếu là số cộng dồn | Levels in time, flows as a monthly average';
comment on table account is 'Mọi con số của báo cáo được hiểu là gì, đã đếm | What every number of a report was taken for, counted';
comment on table source_text is 'Toàn văn báo cáo (nếu có) | The report''s text where it is at hand';
comment on view latest is 'Giá trị mới nhất của mỗi chuỗi | The newest reading of each series key';
comment on view vintage is 'Mọi lần công bố của mỗi chuỗi | Every reading of each series key, in order of issue';
comment on column observation.measure is 'value mức | growth_pct tốc độ tăng | yoy_pct so cùng kỳ | plan_pct % kế hoạch | target mục tiêu ... | the measure';
comment on column observation.value is 'Giá trị có dấu, theo đơn vị in | Signed, in the printed unit';
comment on column observation.value_base is 'Giá trị theo đơn vị gốc, để so sánh | In base units, for comparisons';
comment on column observation.period_id is 'Kỳ mà con số nói về | What the figure is about';
comment on column observation.half_unit is 'Nửa đơn vị của chữ số cuối được in, theo đơn vị gốc: sai số làm tròn | Half a unit of the last printed digit, in base units';
comment on column observation.status is 'A thường, E ước, T mục tiêu, U nghi ngờ | normal, estimate, target, suspect';
comment on column observation.bound is 'trên > gần ~< khoảng ~ dưới < | bound';
comment on column observation.source_start is 'Vị trí ký tự đầu trong văn bản gốc | Code-point offset in the raw text';
comment on column observation.printed is 'Con số như in trong báo cáo | The number as printed';
comment on column observation.confidence is 'Độ tin cậy của việc đọc, 0 đến 1 | Confidence of the reading';
