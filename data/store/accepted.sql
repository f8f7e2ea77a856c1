-- A reviewed figure of an added report with the fields that a decision about it holds (data/store/review.py).
select value, unit, measure, observation.period_id, base_period, indicator_id, substring(item_id, length(indicator_id) + 2), status, bound, subject
from observation
join report on report.id = report_id
where sha256 = $sha256 and source_start = $start and source_end = $end and reviewed
