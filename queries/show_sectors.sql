-- vi: Các lĩnh vực với số chỉ tiêu và số liệu
-- en: The sectors with their indicators and figures counted
select sector.id, sector.name_vi, sector.name_en, count(distinct series.indicator_id) as indicators,
    coalesce(sum(series.figures), 0)::bigint as figures, coalesce(sum(series.disputed), 0)::bigint as disputed
from sector
left join indicator on indicator.sector_id = sector.id
left join series on series.indicator_id = indicator.id
group by sector.id, sector.name_vi, sector.name_en, sector.position
order by sector.position
