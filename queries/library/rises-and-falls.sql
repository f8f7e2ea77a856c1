-- vi: Tăng mạnh nhất và giảm mạnh nhất so với cùng kỳ năm trước trong một kỳ
-- en: The largest rises and falls on the same period of last year
-- period = '2026-Q1'
select
    value as change_pct,
    sector.name_vi as sector,
    indicator_vi as indicator,
    item_vi as item,
    report_vi as report,
    section,
    footnote
from latest
join sector on sector.id = latest.sector_id
where measure = 'yoy_pct' and period_id = $period
order by abs(value) desc, latest.id
