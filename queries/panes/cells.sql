-- vi: Số mới nhất của từng chỉ tiêu trong các kỳ đã chọn (số thời điểm cuối kỳ và số tính theo ngày gần trùng kỳ đứng vào cột của kỳ), và kỳ mới nhất của nó (cột *)
-- en: The newest figure of every series in the chosen periods (a stock at a period's end, or what was counted on nearly its days, stands in its column), and in its newest period (column *)
-- sector = 'industry'
-- periods = ['2025-M01/M08', '2026-Q1']
-- A newest period that is chosen stands in its own column alone.
select indicator_id, item_id, column_id, period_id, period_vi, period_en, measure, base_vi, base_en, value, value_base, unit, unit_en, base,
    bound, up_to, up_to_base, out_of, status, observation_id, passage_id, disputed
from cell
where ($sector is null or sector_id = $sector)
    and (list_contains($periods, column_id) or (column_id = '*' and not list_contains($periods, period_id)))
