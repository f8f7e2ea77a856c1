-- vi: Hồ sơ thủ tục hành chính: tiếp nhận, đã trả, tỷ lệ trực tuyến; mọi con số, kể cả khi hai chỗ nói khác nhau
-- en: Administrative dossiers: received, returned, share online; every figure, also where two places disagree
select
    indicator.name_vi as indicator,
    item.name_vi as item,
    observation.period_id as period,
    observation.value,
    observation.unit,
    report.label_vi as report,
    passage.section,
    passage.footnote,
    disputed.observation_id is not null as disputed
from observation
join indicator on indicator.id = observation.indicator_id
left join item on item.id = observation.item_id
join report on report.id = observation.report_id
join passage on passage.id = observation.passage_id
join period on period.id = observation.period_id
left join disputed on disputed.observation_id = observation.id
where observation.indicator_id in ('dossiers_received', 'dossiers_returned', 'online_dossier_rate') and observation.measure = 'value'
order by indicator.position, item.position nulls first, period.end_date, observation.source_start
