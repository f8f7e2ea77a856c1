-- vi: Các lĩnh vực với số chỉ tiêu và số liệu
-- en: The sectors with their indicators and figures counted
select
    sector.id,
    sector.name_vi,
    sector.name_en,
    count(distinct observation.indicator_id) as indicators,
    count(distinct observation.id) as figures,
    count(distinct finding.observation_id) as disputed
from sector
left join indicator on indicator.sector_id = sector.id
left join observation on observation.indicator_id = indicator.id
left join finding on finding.observation_id = observation.id and finding.severity = 'warning'
group by all
order by any_value(sector.position)
