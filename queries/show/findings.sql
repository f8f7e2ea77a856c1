-- vi: Các phát hiện khi kiểm tra chéo số liệu
-- en: The findings of the cross-checks
select
    finding.severity,
    finding.rule,
    reading.sector_id as sector,
    reading.indicator_vi,
    reading.indicator_en,
    reading.item_vi,
    reading.item_en,
    reading.period_id as period,
    reading.period_vi,
    reading.period_en,
    reading.measure,
    finding.message_vi,
    finding.message_en,
    reading.report_vi,
    reading.section,
    reading.footnote,
    other.report_vi as other_report_vi,
    other.section as other_section,
    other.footnote as other_footnote
from finding
join reading on reading.observation_id = finding.observation_id
left join reading other on other.observation_id = finding.other_id
order by finding.severity desc, finding.rule, finding.observation_id, finding.id
