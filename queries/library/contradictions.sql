-- vi: Những chỗ các báo cáo nói khác nhau, hoặc không thể cùng đúng, với nguồn của cả hai con số
-- en: Where reports contradict each other, or cannot all be right, with the source of both figures
select
    finding.rule,
    reading.indicator_vi as indicator,
    reading.item_vi as item,
    reading.period_id as period,
    reading.measure,
    reading.value as one_says,
    reading.unit as one_unit,
    reading.report_vi as one,
    reading.footnote as one_note,
    other.value as other_says,
    other.unit as other_unit,
    other.report_vi as the_other,
    other.footnote as other_note,
    finding.message_vi as message
from finding
join reading on reading.observation_id = finding.observation_id
left join reading other on other.observation_id = finding.other_id
order by finding.severity desc, finding.rule, finding.observation_id, finding.id
