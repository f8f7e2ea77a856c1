-- Two reports give different values for the same series key. Levels announced as estimates may be revised: a notice.
with said as materialized (
    from compared
)
select
    case when a.status = 'E' or a.measure = 'target' then 'notice' else 'warning' end as severity,
    b.id as observation_id,
    a.id as other_id,
    a.value_base as expected,
    b.value_base as got,
    format('{} nói {}, {} nói {}', ra.label_vi, with_unit(told_vi(a), a.unit), rb.label_vi, with_unit(told_vi(b), b.unit)) as message_vi,
    format('{} says {}, {} says {}', ra.label_en, with_unit(told_en(a), ua.name_en),
        rb.label_en, with_unit(told_en(b), ub.name_en)) as message_en
from said a
join said b
    on series_key(a) = series_key(b) and a.report_id <> b.report_id
join report ra on ra.id = a.report_id
join report rb on rb.id = b.report_id
join unit ua on ua.id = a.unit
join unit ub on ub.id = b.unit
where ra.position < rb.position
    and ua.base = ub.base
    and a.bound is null and b.bound is null
    and a.out_of is not distinct from b.out_of
    and apart(a, b) > a.half_unit + b.half_unit
