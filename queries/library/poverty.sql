-- vi: Tỷ lệ hộ nghèo: mọi con số mà các báo cáo nêu, kể cả khi chúng không khớp nhau
-- en: Poverty rate: every figure that the reports give, also where they disagree
select
    period_id as period,
    measure,
    told_bound_vi(reading) as bound,
    value,
    unit as unit,
    report_vi as report,
    section,
    disputed
from reading
where indicator_id = 'poverty_rate'
order by end_date, start_date, measure, position
