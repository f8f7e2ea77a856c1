-- vi: Tỷ lệ hộ nghèo: mọi con số mà các báo cáo nêu, kể cả khi chúng không khớp nhau
-- en: Poverty rate: every figure that the reports give, also where they disagree
select
    observation.period_id as period,
    observation.measure,
    observation.bound,
    observation.value,
    observation.unit,
    report.label_vi as report,
    passage.section,
    disputed.observation_id is not null as disputed
from observation
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
join period on period.id = observation.period_id
left join disputed on disputed.observation_id = observation.id
where observation.indicator_id = 'poverty_rate'
order by period.end_date, period.start_date, observation.measure, report.position
