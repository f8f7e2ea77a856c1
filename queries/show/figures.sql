-- vi: Số liệu của một lĩnh vực, chỉ tiêu hoặc phân tổ, với nguồn của từng số
-- en: The figures of a sector, an indicator or an item, each with its source
-- subject = 'border'
-- period = '2026-Q1'
select
    indicator_vi,
    indicator_en,
    item_vi,
    item_en,
    period_id,
    period_vi,
    period_en,
    measure,
    base_period,
    base_vi,
    base_en,
    value,
    reading.unit,
    unit_en,
    bound,
    up_to,
    out_of,
    status,
    report_vi,
    report_en,
    section,
    footnote,
    disputed
from reading
join indicator on indicator.id = reading.indicator_id
left join item on item.id = reading.item_id
where told_with is null and $subject in (reading.sector_id, reading.indicator_id, reading.item_id) and (
        $period is null or lower($period) in (lower(period_id), lower(period_vi), lower(period_en))
    )
order by indicator.position, item.position nulls first, observation_id
