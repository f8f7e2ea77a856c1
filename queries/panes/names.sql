-- vi: Tên của mọi chỉ tiêu và phân tổ, để tìm; kể cả chưa có số liệu, nếu muốn
-- en: The names of all indicators and items, for searching; also of those without figures, if wanted
-- unused = false
select 'indicator' as kind, indicator.sector_id, indicator.id as indicator_id, null as item_id, indicator.name_vi, indicator.name_en,
    indicator.folded, fold(indicator.name_en) as folded_en, indicator.folded as folded_whole, sector.name_vi as within_vi, sector.name_en as within_en,
    coalesce(whole.figures, 0)::bigint as figures
from indicator
left join (select indicator_id, sum(figures) as figures from series group by indicator_id) whole on whole.indicator_id = indicator.id
join sector on sector.id = indicator.sector_id
where $unused or whole.indicator_id is not null
union all
select 'item', indicator.sector_id, indicator.id, item.id, item.name_vi, item.name_en, item.folded, fold(item.name_en),
    item.folded || ' ' || indicator.folded, indicator.name_vi, indicator.name_en, coalesce(series.figures, 0)::bigint
from item
join indicator on indicator.id = item.indicator_id
left join series on series.item_id = item.id
where $unused or series.item_id is not null
