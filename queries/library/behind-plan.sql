-- vi: Chỉ tiêu nào đạt thấp nhất so với kế hoạch năm trong một kỳ?
-- en: What is furthest behind its yearly plan in a period?
-- period = '2026-Q1'
select
    sector.name_vi as sector,
    indicator.name_vi as indicator,
    item.name_vi as item,
    latest.value as plan_pct,
    report.label_vi as report,
    passage.section,
    passage.footnote
from latest
join indicator on indicator.id = latest.indicator_id
join sector on sector.id = indicator.sector_id
left join item on item.id = latest.item_id
join report on report.id = latest.report_id
join passage on passage.id = latest.passage_id
where latest.measure = 'plan_pct' and latest.period_id = $period
order by latest.value, indicator.position, item.position
