-- vi: Số liệu mà danh mục chưa biết, với lời của báo cáo làm tên
-- en: The figures that the catalogue does not know, named by the report's own words
-- most = 3000
select coalesce(subject, '') as subject, period_id, period_vi, period_en, measure, base_vi, base_en, value, value_base, unit, unit_en, base,
    bound, up_to, up_to_base, out_of, status, observation_id, report_id, source_start, passage_id
from reading
where indicator_id is null and told_with is null
order by position desc, source_start
limit $most
