-- vi: Tỷ lệ hộ nghèo: mọi con số mà các báo cáo nêu, kể cả khi chúng không khớp nhau
-- en: Poverty rate: every figure that the reports give, also where they disagree
select
    observation.period_id as period,
    observation.value as poverty_pct,
    observation.status,
    report.label_vi as report,
    passage.section,
    passage.footnote,
    exists (select 1 from finding where observation.id in (finding.observation_id, finding.other_id)) as disputed
from observation
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
where observation.indicator_id = 'poverty_rate' and observation.measure in ('value', 'target')
order by observation.period_id, report.position
