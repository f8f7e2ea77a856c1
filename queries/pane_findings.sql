-- vi: Các phát hiện khi kiểm tra chéo, của một lĩnh vực hoặc tất cả (null)
-- en: The findings of the cross-checks, of one sector or all (null)
-- sector = 'social'
-- most = 5000
with chosen as (
    select if($sector is null, 0, min(first_id)) as first_id, if($sector is null, 2147483647, max(last_id)) as last_id
    from series join indicator on indicator.id = series.indicator_id
    where $sector is null or indicator.sector_id = $sector
),
told as (
    from finding where finding.observation_id between (select first_id from chosen) and (select last_id from chosen)
),
other as (
    select id, passage_id from observation where id in (select other_id from told)
)
select finding.id, finding.rule, finding.severity, finding.observation_id, finding.other_id,
    finding.message_vi, finding.message_en, indicator.sector_id, indicator.id as indicator_id, observation.item_id,
    indicator.name_vi as indicator_vi, indicator.name_en as indicator_en, item.name_vi as item_vi, item.name_en as item_en,
    observation.period_id, period.label_vi as period_vi, period.label_en as period_en, observation.measure,
    observation.passage_id, other.passage_id as other_passage_id
from told finding
join observation on observation.id = finding.observation_id
join period on period.id = observation.period_id
left join indicator on indicator.id = observation.indicator_id
left join item on item.id = observation.item_id
left join other on other.id = finding.other_id
left join sector on sector.id = indicator.sector_id
where ($sector is null or indicator.sector_id = $sector)
    and observation.id between (select first_id from chosen) and (select last_id from chosen)
order by finding.severity desc, sector.position, indicator.position, finding.rule, finding.id
limit $most
