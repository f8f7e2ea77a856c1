-- One report gives two values for the same series key, a range ("12 - 13%") being one of them. Shares of two plans in one
-- sentence (the centre's and the province's) are not two values for one thing. Nor are "15/20 targets met" and, in the same passage,
-- "3 reached 90 % of their plan": beside the part of a whole there is room for another part, which is counted apart.
with said as materialized (
    from compared
),
whole as (
    select part.id as part, whole.value_base
    from observation part
    join observation whole
        on whole.passage_id = part.passage_id and whole.indicator_id = part.indicator_id and whole.measure = 'total'
        and part.measure = 'value' and whole.source_start between part.source_end and part.source_end + 3
)
select
    'warning' as severity,
    b.id as observation_id,
    a.id as other_id,
    a.value_base as expected,
    b.value_base as got,
    format('{} nói hai lần khác nhau: {} và {}', r.label_vi, with_unit(told_vi(a), a.unit), with_unit(told_vi(b), b.unit)) as message_vi,
    format('{} gives two different values: {} and {}', r.label_en,
        with_unit(told_en(a), ua.name_en), with_unit(told_en(b), ub.name_en)) as message_en
from said a
join said b
    on series_key(a) = series_key(b) and a.report_id = b.report_id and a.source_start < b.source_start
join report r on r.id = a.report_id
join unit ua on ua.id = a.unit
join unit ub on ub.id = b.unit
where ua.base = ub.base
    and a.measure not in ('target', 'total')
    and a.bound is null and b.bound is null
    and a.out_of is not distinct from b.out_of
    and b.source_start - a.source_end > 3
    and not (a.measure = 'plan_pct' and a.passage_id = b.passage_id and b.source_start - a.source_end < 150)
    and not exists (
        from whole
        where whole.part = a.id and a.passage_id = b.passage_id and a.value_base + b.value_base <= whole.value_base
            and b.id not in (select part from whole)
    )
    and apart(a, b) > a.half_unit + b.half_unit
