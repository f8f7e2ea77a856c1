-- vi: Tăng mạnh nhất và giảm mạnh nhất so với cùng kỳ năm trước trong một kỳ
-- en: The largest rises and falls on the same period of last year
-- period = '2026-Q1'
select
    latest.value as change_pct,
    sector.name_vi as sector,
    indicator.name_vi as indicator,
    item.name_vi as item,
    report.label_vi as report,
    passage.section,
    passage.footnote
from latest
join indicator on indicator.id = latest.indicator_id
join sector on sector.id = indicator.sector_id
left join item on item.id = latest.item_id
join report on report.id = latest.report_id
join passage on passage.id = latest.passage_id
where latest.measure = 'yoy_pct' and latest.period_id = $period
order by abs(latest.value) desc, indicator.position, item.position
