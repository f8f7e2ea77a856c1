-- vi: Các chỉ tiêu và phân tổ của một lĩnh vực (null: tất cả), với đơn vị và diễn biến bình quân tháng
-- en: The indicators and items of a sector (null: all), with unit and course (flows as a monthly average)
-- sector = 'industry'
select indicator.sector_id, indicator.id as indicator_id, item.id as item_id,
    indicator.name_vi as indicator_vi, indicator.name_en as indicator_en, item.name_vi as item_vi, item.name_en as item_en,
    indicator.folded as indicator_folded, item.folded as item_folded, indicator.agg,
    shown.id as unit, shown.name_en as unit_en, shown.base, shown.mult,
    series.figures, series.disputed, series.course, indicator.definition_vi, indicator.definition_en,
    coalesce(item.good, indicator.good) as good
from series
join indicator on indicator.id = series.indicator_id
left join item on item.id = series.item_id
left join unit wanted on wanted.id = coalesce(item.unit, nullif(indicator.unit, ''))
left join unit printed on printed.id = series.unit
left join unit shown on shown.id = case when wanted.base = printed.base then wanted.id else printed.id end
where $sector is null or indicator.sector_id = $sector
order by indicator.position, item.position nulls first
limit 5000
