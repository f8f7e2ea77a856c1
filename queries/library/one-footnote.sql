-- vi: Mọi con số của một chú thích trong một báo cáo
-- en: Every figure of one footnote of a report
-- report = '2026-q1'
-- footnote = '7'
select
    indicator_vi as indicator,
    coalesce(item_vi, subject) as item,
    period_id as period,
    measure,
    value,
    unit as unit,
    printed,
    section
from reading
where report_id = $report and footnote = $footnote
order by source_start
