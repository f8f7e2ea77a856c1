-- vi: Các lĩnh vực với số liệu và mâu thuẫn, kể cả số liệu chưa xếp loại
-- en: The sectors with their figures and disputes, and the figures that the catalogue does not know
with known as (
    select sector.id, sector.position, sector.name_vi, sector.name_en, count(distinct series.indicator_id) as indicators,
        coalesce(sum(series.figures), 0)::bigint as figures, coalesce(sum(series.disputed), 0)::bigint as disputed
    from sector
    left join indicator on indicator.sector_id = sector.id
    left join series on series.indicator_id = indicator.id
    group by all
    union all
    select '?', 10000, 'Chưa xếp loại', 'Not in the catalogue', 0, sum(unknown)::bigint, 0 from report_use having sum(unknown) > 0
)
select id, name_vi, name_en, indicators, figures, disputed
from known
order by position
