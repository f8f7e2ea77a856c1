-- vi: Những chỗ các báo cáo nói khác nhau, hoặc không thể cùng đúng, với nguồn của cả hai con số
-- en: Where reports contradict each other, or cannot all be right, with the source of both figures
select
    finding.rule,
    indicator.name_vi as indicator,
    item.name_vi as item,
    observation.period_id as period,
    observation.measure,
    observation.value as one_says,
    observation.unit as one_unit,
    report.label_vi as one,
    passage.footnote as one_note,
    other.value as other_says,
    other.unit as other_unit,
    other_report.label_vi as the_other,
    other_passage.footnote as other_note,
    finding.message_vi as message
from finding
join observation on observation.id = finding.observation_id
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
left join indicator on indicator.id = observation.indicator_id
left join item on item.id = observation.item_id
left join observation other on other.id = finding.other_id
left join report other_report on other_report.id = other.report_id
left join passage other_passage on other_passage.id = other.passage_id
order by finding.severity desc, finding.rule, indicator.position, finding.id
