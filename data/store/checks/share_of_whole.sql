-- "a/b, c %": the share must follow from the part and the whole, or from the plan. A share that was cut off instead of
-- rounded is no contradiction, so a whole unit of its last digit is allowed. A share behind another part is the share of that.
select
    'warning' as severity,
    share.id as observation_id,
    whole.id as other_id,
    100 * part.value_base / whole.value_base as expected,
    share.value as got,
    format('{}/{} là {} %, báo cáo ghi {} %', said_vi(part.value), said_vi(whole.value),
        said_vi(round(100 * part.value_base / whole.value_base, 2)), said_vi(share.value)) as message_vi,
    format('{}/{} is {} %, the report says {} %', said_en(part.value), said_en(whole.value),
        said_en(round(100 * part.value_base / whole.value_base, 2)), said_en(share.value)) as message_en
from observation part
join observation whole
    on whole.passage_id = part.passage_id and whole.indicator_id = part.indicator_id
    and whole.item_id is not distinct from part.item_id and whole.measure in ('total', 'plan_value')
    and whole.source_start > part.source_end
join observation share
    on share.passage_id = part.passage_id and share.indicator_id = part.indicator_id
    and share.item_id is not distinct from part.item_id and share.period_id = part.period_id
    and share.measure in ('share_pct', 'plan_pct') and share.source_start > whole.source_end
anti join observation other
    on other.passage_id = part.passage_id and other.indicator_id = part.indicator_id and other.item_id is not distinct from part.item_id
    and other.measure = 'value' and other.source_start > whole.source_end and other.source_start < share.source_start
where part.measure = 'value' and part.bound is null and whole.bound is null and share.bound is null and whole.value_base > 0
    and abs(100 * part.value_base / whole.value_base - share.value)
        > 2 * share.half_unit + 100 * (part.half_unit + whole.half_unit) / whole.value_base
-- The nearest part before the whole, and the nearest share behind it.
qualify row_number() over (partition by whole.id order by part.source_start desc, share.source_start) = 1
