-- vi: Chỉ tiêu nào đạt thấp nhất so với kế hoạch năm trong một kỳ?
-- en: What is furthest behind its yearly plan in a period?
-- period = '2026-Q1'
select
    sector.name_vi as sector,
    indicator_vi as indicator,
    item_vi as item,
    value as plan_pct,
    report_vi as report,
    section,
    footnote
from latest
join sector on sector.id = latest.sector_id
where measure = 'plan_pct' and period_id = $period
order by value, latest.id
