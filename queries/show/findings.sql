-- vi: Các phát hiện khi kiểm tra chéo số liệu
-- en: The findings of the cross-checks
select
    finding.severity,
    finding.rule,
    sector.id as sector,
    indicator.name_vi as indicator_vi,
    indicator.name_en as indicator_en,
    item.name_vi as item_vi,
    item.name_en as item_en,
    observation.period_id as period,
    period.label_vi as period_vi,
    period.label_en as period_en,
    observation.measure,
    finding.message_vi,
    finding.message_en,
    report.label_vi as report_vi,
    passage.section,
    passage.footnote,
    other_report.label_vi as other_report_vi,
    other_passage.section as other_section,
    other_passage.footnote as other_footnote
from finding
join observation on observation.id = finding.observation_id
join period on period.id = observation.period_id
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
left join indicator on indicator.id = observation.indicator_id
left join sector on sector.id = indicator.sector_id
left join item on item.id = observation.item_id
left join observation other on other.id = finding.other_id
left join report other_report on other_report.id = other.report_id
left join passage other_passage on other_passage.id = other.passage_id
order by finding.severity desc, finding.rule, sector.position, indicator.position, finding.id
