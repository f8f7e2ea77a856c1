-- vi: Tên của mọi lĩnh vực, chỉ tiêu và phân tổ có số liệu, để tìm
-- en: The names of all sectors, indicators and items that have figures, for searching
select 'indicator' as kind, indicator.sector_id, indicator.id as indicator_id, null as item_id, indicator.name_vi, indicator.name_en,
    indicator.folded, fold(indicator.name_en) as folded_en, indicator.folded as folded_whole, sector.name_vi as within_vi, sector.name_en as within_en, whole.figures
from indicator
join (select indicator_id, sum(figures)::bigint as figures from series group by indicator_id) whole on whole.indicator_id = indicator.id
join sector on sector.id = indicator.sector_id
union all
select 'item', indicator.sector_id, indicator.id, item.id, item.name_vi, item.name_en, item.folded, fold(item.name_en),
    item.folded || ' ' || indicator.folded, indicator.name_vi, indicator.name_en, series.figures
from series
join item on item.id = series.item_id
join indicator on indicator.id = item.indicator_id
