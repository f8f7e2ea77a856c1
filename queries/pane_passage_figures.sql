-- vi: Mọi con số trong các đoạn văn và chú thích đã cho
-- en: Every figure of the given passages and notes
-- passages = [2, 4]
select observation.id as observation_id, observation.passage_id, observation.indicator_id, observation.item_id,
    indicator.name_vi as indicator_vi, indicator.name_en as indicator_en, item.name_vi as item_vi, item.name_en as item_en,
    observation.subject, observation.period_id, period.label_vi as period_vi, period.label_en as period_en,
    observation.measure, observation.value, observation.unit, unit.name_en as unit_en, observation.bound, observation.status,
    observation.printed, observation.source_start, observation.source_end,
    coalesce(item.good, indicator.good) as good
from (select unnest($passages) as wanted)
join observation on observation.passage_id = wanted
join period on period.id = observation.period_id
join unit on unit.id = observation.unit
left join indicator on indicator.id = observation.indicator_id
left join item on item.id = observation.item_id
order by observation.passage_id, observation.source_start
