-- Parts that exclude each other cannot add up to more than their whole, which is told before them, or by the words that their note
-- hangs on. Only kinds of parts are added of which nothing is in two: not goods and goods abroad, nor dossiers in time and before it.
with kind as (
    from (values
        ('level', ['province', 'provincial', 'district', 'commune']),
        ('sex', ['male', 'female']),
        ('place', ['urban', 'rural']),
        ('origin', ['domestic', 'international', 'foreign']),
        ('stars', ['one_two_star', 'three_star', 'four_star', 'five_star']),
        ('way', ['direct', 'online', 'postal']),
        ('science', ['agriculture', 'social_sciences', 'medicine', 'engineering'])
    ) kind (kind, members)
),
level as materialized (
    select compared.*, passage.anchor_passage_id, split_part(compared.item_id, '.', -1) as member
    from compared
    join passage on passage.id = compared.passage_id
    join indicator on indicator.id = compared.indicator_id
    where compared.measure = 'value' and compared.status <> 'T' and compared.bound is null and compared.up_to is null
        and indicator.agg in ('flow', 'count', 'stock')
        -- A procedure may be one of several levels.
        and compared.unit <> 'thủ tục'
),
pair as (
    select kind.kind, whole.id as whole_id, part.*
    from level part
    join kind on list_contains(kind.members, part.member)
    join level whole
        on whole.report_id = part.report_id and whole.indicator_id = part.indicator_id and whole.item_id is null
        and whole.period_id = part.period_id and whole.unit = part.unit
        and (whole.passage_id = part.passage_id and whole.source_start < part.source_start or whole.passage_id = part.anchor_passage_id)
    -- Of several wholes the last one before, in the same passage rather than in that of the note's mark.
    qualify row_number() over (
        partition by part.id, kind.kind order by whole.passage_id = part.passage_id desc, whole.source_start desc) = 1
),
added as (
    select
        kind, whole_id, count(*) as parts, count(distinct member) as members, count(distinct passage_id) as passages,
        arg_min(id, source_start) as first_id, sum(value) as told, sum(value_base) as sum_base, sum(half_unit) as half_units,
        list(value_base) as each,
        string_agg(said_vi(value), ' + ' order by source_start) as told_vi, string_agg(said_en(value), ' + ' order by source_start) as told_en
    from pair
    group by all
)
select
    'warning' as severity,
    whole.id as observation_id,
    added.first_id as other_id,
    added.sum_base as expected,
    whole.value_base as got,
    format('các phần {} = {}, nhiều hơn tổng {}', told_vi, said_vi(told), with_unit(said_vi(whole.value), whole.unit)) as message_vi,
    format('the parts {} = {} exceed their total of {}', told_en, said_en(told), with_unit(said_en(whole.value), unit.name_en)) as message_en
from added
join observation whole on whole.id = added.whole_id
join unit on unit.id = whole.unit
where parts > 1 and parts = members and passages = 1
    and sum_base - whole.value_base > half_units + whole.half_unit
    -- Where all but one make the whole, that one is told once more, in another way.
    and not list_bool_or(list_transform(each, lambda part: abs(sum_base - part - whole.value_base) <= half_units + whole.half_unit))
