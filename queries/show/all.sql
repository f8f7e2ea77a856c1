-- vi: Toàn bộ số liệu, mỗi dòng một con số in, với nguồn (để xuất)
-- en: All figures, one printed number a row, with their source (for export)
select
    sector_id as sector,
    indicator_id as indicator,
    indicator_vi,
    indicator_en,
    item_vi,
    item_en,
    period_id as period,
    measure,
    base_period,
    value,
    unit,
    value_base,
    status,
    bound,
    report_vi as report,
    number as report_number,
    issued,
    section,
    footnote,
    page,
    printed,
    source_start,
    source_end,
    confidence,
    reviewed,
    disputed,
    subject
from reading
order by position, source_start
