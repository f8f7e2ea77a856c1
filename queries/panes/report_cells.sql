-- vi: Mỗi báo cáo nói gì về từng chỉ tiêu: số của kỳ chính, hoặc của kỳ mới nhất mà báo cáo nêu; mục tiêu đứng ngoài
-- en: What each report says of every indicator: the figures of its main period, or of the newest one that it names; targets stay out
-- reports = ['a', 'b']
-- sector = null
with said as (
    select reading.*, report.period_id = reading.period_id as main
    from reading
    join report on report.id = reading.report_id
    where list_contains($reports, reading.report_id) and told_with is null and status <> 'T' and indicator_id is not null
        and ($sector is null or sector_id = $sector)
        and (is_compared(measure) or measure in ('plan_pct', 'yoy_pct'))
),
chosen as (
    select report_id, indicator_id, item_id, period_id
    from said
    where is_compared(measure)
    qualify row_number() over (
        partition by report_id, indicator_id, item_id order by main desc, end_date desc, start_date, observation_id) = 1
)
select said.indicator_id, said.item_id, said.report_id as column_id, said.period_id, period_vi, period_en, measure, base_vi, base_en,
    value, value_base, unit, unit_en, base, bound, up_to, up_to_base, out_of, status, observation_id, passage_id, disputed
from said
join chosen on chosen.report_id = said.report_id and chosen.indicator_id = said.indicator_id
    and chosen.item_id is not distinct from said.item_id and chosen.period_id = said.period_id
qualify row_number() over (
    partition by said.report_id, said.indicator_id, said.item_id, measure order by reviewed desc, confidence desc, source_start) = 1
