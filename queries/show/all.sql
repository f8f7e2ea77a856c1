-- vi: Toàn bộ số liệu, mỗi dòng một số (một khoảng, một hạng), với nguồn (để xuất)
-- en: All figures, one of them (a range, a rank) a row, with their source (for export)
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
    up_to,
    out_of,
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
where told_with is null
order by position, source_start
