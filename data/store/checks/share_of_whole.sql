-- "a/b, c %": the share must follow from the part and the whole, or from the plan. A share that was cut off instead of
-- rounded is no contradiction, so a whole unit of its last digit is allowed. A share behind another part is the share of that.
with beside as (
    select
        part.value as part, part.value_base as part_base, part.half_unit as part_half, part.bound as part_bound,
        whole.id as whole_id, whole.value as whole, whole.value_base as whole_base, whole.half_unit as whole_half,
        whole.bound as whole_bound,
        share.id as share_id, share.value as share, share.half_unit as share_half, share.bound as share_bound,
        100 * part.value_base / whole.value_base as implied
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
        on other.passage_id = part.passage_id and other.indicator_id = part.indicator_id
        and other.item_id is not distinct from part.item_id
        and other.measure = 'value' and other.source_start > whole.source_end and other.source_start < share.source_start
    where part.measure = 'value' and whole.value_base > 0
    -- The nearest part before the whole, and the nearest share behind it, whether they fit or not.
    qualify row_number() over (partition by whole.id order by part.source_start desc, share.source_start) = 1
)
select
    'warning' as severity,
    share_id as observation_id,
    whole_id as other_id,
    implied as expected,
    share as got,
    format('{}/{} là {} %, báo cáo ghi {} %', said_vi(part), said_vi(whole), said_vi(round(implied, 2)), said_vi(share)) as message_vi,
    format('{}/{} is {} %, the report says {} %', said_en(part), said_en(whole), said_en(round(implied, 2)), said_en(share)) as message_en
from beside
where part_bound is null and whole_bound is null and share_bound is null
    and abs(implied - share) > 2 * share_half + 100 * (part_half + whole_half) / whole_base
