-- In "a/b" the part cannot be greater than the whole.
select
    'warning' as severity,
    part.id as observation_id,
    whole.id as other_id,
    whole.value_base as expected,
    part.value_base as got,
    format('phần {} lớn hơn tổng {}', said_vi(part.value), said_vi(whole.value)) as message_vi,
    format('the part {} is greater than the whole {}', said_en(part.value), said_en(whole.value)) as message_en
from observation part
join observation whole
    on whole.passage_id = part.passage_id and whole.indicator_id = part.indicator_id
    and whole.item_id is not distinct from part.item_id and whole.measure = 'total'
    and part.measure = 'value' and whole.source_start between part.source_end and part.source_end + 3
where part.value_base > whole.value_base
