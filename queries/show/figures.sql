-- vi: Số liệu của một lĩnh vực hoặc một chỉ tiêu, với nguồn của từng số
-- en: The figures of a sector or an indicator, each with its source
-- subject = 'border'
-- period = '2026-Q1'
select
    indicator.name_vi as indicator_vi,
    indicator.name_en as indicator_en,
    item.name_vi as item_vi,
    item.name_en as item_en,
    period.label_vi as period_vi,
    period.label_en as period_en,
    observation.measure,
    observation.value,
    observation.unit,
    unit.name_en as unit_en,
    observation.bound,
    observation.status,
    report.label_vi as report_vi,
    report.label_en as report_en,
    passage.section,
    passage.footnote,
    exists (select 1 from finding where observation.id in (finding.observation_id, finding.other_id)
        and finding.severity = 'warning') as disputed
from observation
join indicator on indicator.id = observation.indicator_id
left join item on item.id = observation.item_id
join period on period.id = observation.period_id
join unit on unit.id = observation.unit
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
where (indicator.sector_id = $subject or indicator.id = $subject)
    and ($period is null or observation.period_id = $period)
order by indicator.position, item.position nulls first, period.end_date, period.start_date, report.position,
    observation.source_start
