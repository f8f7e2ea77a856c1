-- vi: Các lĩnh vực với số liệu và mâu thuẫn, kể cả số liệu chưa xếp loại
-- en: The sectors with their figures and disputes, and the figures that the catalogue does not know
with counted as (
    select indicator_id, count(*) as figures from observation group by indicator_id
),
disputed as (
    select observation.indicator_id, count(distinct observation.id) as disputed
    from finding join observation on observation.id = finding.observation_id
    where finding.severity = 'warning'
    group by observation.indicator_id
),
known as (
    select sector.id, sector.position, sector.name_vi, sector.name_en, count(counted.figures) as indicators,
        coalesce(sum(counted.figures), 0)::bigint as figures, coalesce(sum(disputed.disputed), 0)::bigint as disputed
    from sector
    left join indicator on indicator.sector_id = sector.id
    left join counted on counted.indicator_id = indicator.id
    left join disputed on disputed.indicator_id = indicator.id
    group by all
    union all
    select '?', 10000, 'Chưa xếp loại', 'Not in the catalogue', 0, figures, 0 from counted where indicator_id is null
)
select id, name_vi, name_en, indicators, figures, disputed
from known
order by position
