-- vi: Các phát hiện khi kiểm tra chéo, của một lĩnh vực hoặc tất cả (null)
-- en: The findings of the cross-checks, of one sector or all (null)
-- sector = 'social'
-- most = 5000
-- The ids of figures follow the catalogue, and there the time.
select finding.id, finding.rule, severity, finding.observation_id, other_id, message_vi, message_en, reading.sector_id, reading.indicator_id, reading.item_id,
    reading.indicator_vi, reading.indicator_en, reading.item_vi, reading.item_en, reading.period_id, reading.period_vi, reading.period_en,
    reading.measure, reading.report_id, reading.source_start, reading.passage_id,
    other.report_id as other_report_id, other.source_start as other_source_start, other.passage_id as other_passage_id
from finding
join reading using (observation_id)
left join reading other on other.observation_id = finding.other_id
where $sector is null or reading.sector_id = $sector
order by severity desc, finding.observation_id, finding.rule, finding.id
limit $most
