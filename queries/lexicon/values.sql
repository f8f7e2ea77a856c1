-- vi: Các mã và tên thường dùng làm điều kiện, với ý nghĩa, để gợi ý khi gõ
-- en: Ids and names that conditions are made of, with what they mean, for completion
with meaning(field, value, vi, en) as (
    values
        ('measure', 'value', 'mức', 'level'),
        ('measure', 'growth_pct', 'tốc độ tăng, %', 'growth, %'),
        ('measure', 'yoy_pct', 'so cùng kỳ, %', 'on last year, %'),
        ('measure', 'yoy_index', 'bằng bao nhiêu % cùng kỳ', '% of last year'),
        ('measure', 'yoy_abs', 'so cùng kỳ, số tuyệt đối', 'on last year, absolute'),
        ('measure', 'prev_pct', 'so kỳ trước, %', 'on the period before, %'),
        ('measure', 'prev_abs', 'so kỳ trước, số tuyệt đối', 'on the period before, absolute'),
        ('measure', 'base_pct', 'so kỳ gốc, %', 'on the base, %'),
        ('measure', 'base_abs', 'so kỳ gốc, số tuyệt đối', 'on the base, absolute'),
        ('measure', 'base_ratio', 'gấp bao nhiêu lần kỳ gốc', 'times the base'),
        ('measure', 'plan_pct', '% kế hoạch, dự toán', '% of plan'),
        ('measure', 'plan_value', 'kế hoạch, dự toán', 'plan'),
        ('measure', 'share_pct', 'tỷ trọng, %', 'share, %'),
        ('measure', 'total', 'trên tổng số', 'out of'),
        ('measure', 'rank', 'xếp thứ', 'rank'),
        ('measure', 'target', 'mục tiêu', 'target'),
        ('status', 'A', 'thường', 'normal'),
        ('status', 'E', 'ước', 'estimate'),
        ('status', 'T', 'mục tiêu', 'target'),
        ('status', 'U', 'nghi ngờ', 'suspect'),
        ('rule', 'disagreement', 'hai báo cáo nói khác nhau', 'two reports disagree'),
        ('rule', 'contradiction', 'một báo cáo nói hai số', 'one report gives two values'),
        ('rule', 'plan_drift', 'kế hoạch năm đổi', 'the plan of the year changes'),
        ('rule', 'change_on_last_year', 'không khớp số năm trước', 'does not fit last year'),
        ('rule', 'cumulative_fall', 'số cộng dồn giảm', 'a cumulative figure falls'),
        ('rule', 'part_of_whole', 'một phần lớn hơn tổng', 'a part is greater than its whole'),
        ('rule', 'sum_of_parts', 'các phần cộng lại lớn hơn tổng', 'parts add up to more than their whole'),
        ('rule', 'share_of_whole', 'tỷ lệ không khớp phần và tổng', 'a share does not follow from part and whole'),
        ('rule', 'change_of_whole', 'mức tăng chung nằm ngoài các phần', 'a whole changes unlike its parts'),
        ('rule', 'level_break', 'số liệu không liền mạch', 'a stock does not continue'),
        ('rule', 'unit_slip', 'có thể nhầm đơn vị', 'the unit may be wrong'),
        ('severity', 'warning', 'mâu thuẫn', 'dispute'),
        ('severity', 'notice', 'nên biết', 'worth knowing'),
        ('agg', 'flow', 'cộng dồn', 'adds up'),
        ('agg', 'count', 'đếm lại mỗi kỳ', 'counted anew'),
        ('agg', 'stock', 'tại một thời điểm', 'at a point in time'),
        ('agg', 'rate', 'tỷ lệ', 'rate'),
        ('agg', 'index', 'chỉ số', 'index'),
        ('good', 'up', 'nhiều hơn là tốt', 'more is good'),
        ('good', 'down', 'ít hơn là tốt', 'less is good')
),
used(field, value, times) as (
    select 'measure', measure, count(*) from observation group by measure
    union all
    select 'status', status, count(*) from observation group by status
    union all
    select 'rule', rule, count(*) from finding group by rule
    union all
    select 'severity', severity, count(*) from finding group by severity
    union all
    select 'agg', agg, count(*) from indicator group by agg
    union all
    select 'good', good, count(*) from indicator where good is not null group by good
)
select 'sector_id' as field, id as value, name_vi as meaning_vi, name_en as meaning_en, fold(name_vi || ' ' || name_en) as folded,
    position::bigint as rank
from sector
union all
select 'indicator_id', indicator.id, indicator.name_vi, indicator.name_en, indicator.folded || ' ' || fold(indicator.name_en),
    indicator.position
from indicator
where id in (select indicator_id from series)
union all
select 'item_id', item.id, item.name_vi || ' · ' || indicator.name_vi, item.name_en || ' · ' || indicator.name_en,
    item.folded || ' ' || fold(item.name_en), indicator.position * 1000 + item.position
from item
join indicator on indicator.id = item.indicator_id
where item.id in (select item_id from series)
union all
select 'period_id', period.id, period.label_vi, period.label_en, fold(period.label_vi || ' ' || period.label_en),
    -date_diff('day', date '1900-01-01', period.end_date)
from period
union all
select 'report_id', id, label_vi, label_en, fold(label_vi || ' ' || label_en), -position from report
union all
select 'unit', unit.id, unit.base, unit.name_en, fold(unit.id || ' ' || unit.name_en), -coalesce(printed.times, 0)
from unit
left join (select unit, count(*) as times from observation group by unit) printed on printed.unit = unit.id
union all
select used.field, used.value, coalesce(meaning.vi, ''), coalesce(meaning.en, ''),
    fold(used.value || ' ' || coalesce(meaning.vi || ' ' || meaning.en, '')), -used.times
from used
left join meaning on meaning.field = used.field and meaning.value = used.value
order by field, rank, value
