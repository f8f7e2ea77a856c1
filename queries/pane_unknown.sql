-- vi: Số liệu mà danh mục chưa biết, với lời của báo cáo làm tên
-- en: The figures that the catalogue does not know, named by the report's own words
-- most = 3000
select coalesce(observation.subject, '') as subject, observation.period_id, period.label_vi as period_vi, period.label_en as period_en,
    observation.measure, observation.value,
    observation.value_base, observation.unit, unit.name_en as unit_en, unit.base, observation.bound, observation.status, observation.id as observation_id,
    observation.passage_id
from observation
join report on report.id = observation.report_id
join period on period.id = observation.period_id
join unit on unit.id = observation.unit
where observation.indicator_id is null
order by report.position desc, observation.source_start
limit $most
