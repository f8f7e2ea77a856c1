-- vi: Các lĩnh vực với số liệu và mâu thuẫn trong một kỳ
-- en: The sectors with their figures and disputes in one period
-- period = '2026-Q1'
select sector.id, name_vi, name_en, short_vi, short_en,
    count(distinct indicator_id) as indicators, count(*) as figures, count(*) filter (disputed) as disputed
from reading
join sector on sector.id = reading.sector_id
where lower($period) in (lower(period_id), lower(period_vi), lower(period_en))
group by sector.id, name_vi, name_en, short_vi, short_en, sector.position
order by sector.position
