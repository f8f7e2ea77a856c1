-- vi: Các mã và tên thường dùng làm điều kiện, với ý nghĩa, để gợi ý khi gõ
-- en: Ids and names that conditions are made of, with what they mean, for completion
select 'sector_id' as field, id as value, name_vi as meaning_vi, name_en as meaning_en, fold(name_vi || ' ' || name_en) as folded,
    position::bigint as rank
from sector
union all
select 'indicator_id', indicator.id, indicator.name_vi, indicator.name_en, indicator.folded || ' ' || fold(indicator.name_en),
    indicator.position
from indicator
where exists (select 1 from observation where observation.indicator_id = indicator.id)
union all
select 'item_id', item.id, item.name_vi || ' · ' || indicator.name_vi, item.name_en || ' · ' || indicator.name_en,
    item.folded || ' ' || fold(item.name_en), indicator.position * 1000 + item.position
from item
join indicator on indicator.id = item.indicator_id
where exists (select 1 from observation where observation.item_id = item.id)
union all
select 'period_id', period.id, period.label_vi, period.label_en, fold(period.label_vi || ' ' || period.label_en),
    -date_diff('day', date '1900-01-01', period.end_date)
from period
union all
select 'report_id', id, label_vi, label_en, fold(label_vi || ' ' || label_en), -position from report
union all
select 'measure', measure, '', '', measure, -count(*) from observation group by measure
union all
select 'unit', unit.id, unit.base, unit.name_en, fold(unit.id || ' ' || unit.name_en), -count(observation.id)
from unit
left join observation on observation.unit = unit.id
group by all
union all
select 'status', status, '', '', lower(status), -count(*) from observation group by status
union all
select 'rule', rule, '', '', rule, -count(*) from finding group by rule
union all
select 'severity', severity, '', '', severity, -count(*) from finding group by severity
union all
select 'agg', agg, '', '', agg, -count(*) from indicator group by agg
order by field, rank, value
