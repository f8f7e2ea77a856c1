-- vi: Các chỉ tiêu và phân tổ của một lĩnh vực hoặc của một chỉ tiêu (null: tất cả), với đơn vị và diễn biến bình quân tháng
-- en: The indicators and items of a sector, or one indicator with its own (null: all), with unit and course (flows as a monthly average)
-- sector = 'industry'
-- indicator = null
-- Of the course as much is told as a table shows. The rows stand in the order of the catalogue, and DuckDB gives them as they stand: to sort them costs as much as to find them.
select sector_id, indicator_id, item_id, indicator_vi, indicator_en, item_vi, item_en, indicator_folded, item_folded, agg,
    unit, unit_en, base, mult, figures, disputed, course[-7:] as course, definition_vi, definition_en, good
from series
where ($sector is null or sector_id = $sector) and ($indicator is null or indicator_id = $indicator)
limit 5000
