-- vi: Hồ sơ thủ tục hành chính: tiếp nhận, đã trả, tỷ lệ trực tuyến; mọi con số, kể cả khi hai chỗ nói khác nhau
-- en: Administrative dossiers: received, returned, share online; every figure, also where two places disagree
select
    indicator_vi as indicator,
    item_vi as item,
    period_id as period,
    value,
    unit as unit,
    report_vi as report,
    section,
    footnote,
    disputed
from reading
where indicator_id in ('dossiers_received', 'dossiers_returned', 'online_dossier_rate') and measure = 'value'
order by observation_id
