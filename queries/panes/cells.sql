-- vi: Số mới nhất của từng chỉ tiêu trong các kỳ đã chọn (số thời điểm cuối kỳ đứng vào cột của kỳ), và kỳ mới nhất của nó (cột *)
-- en: The newest figure of every series in the chosen periods (a stock at a period's end stands in its column), and in its newest period (column *)
-- sector = 'industry'
-- periods = ['2025-M01/M08', '2026-Q1']
select indicator_id, item_id, column_id, period_id, period_vi, period_en, measure, value, value_base, unit, unit_en, base, bound, status,
    observation_id, passage_id, disputed
from cell
where ($sector is null or sector_id = $sector)
    and (column_id = '*' or list_contains($periods, column_id))
