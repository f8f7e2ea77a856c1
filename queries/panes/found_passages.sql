-- vi: Đoạn văn, chú thích và số liệu chưa xếp loại có chứa lời cần tìm
-- en: Passages, notes and figures without a place in the catalogue that hold the words
-- words = 'than'
-- most = 50
-- The texts are fetched for the passages that are shown alone.
with said as (
    select passage.id, report.position
    from passage
    join report on report.id = passage.report_id
    where contains(passage.folded, $words)
    order by report.position desc, passage.id
    limit $most
),
unknown as (
    select passage_id, report_vi, report_en, section, footnote, subject, position
    from reading
    where indicator_id is null and contains(fold(subject), $words)
    order by position desc, observation_id
    limit $most
)
select 'passage' as kind, passage.id as passage_id, report.label_vi as report_vi, report.label_en as report_en, passage.section, passage.footnote,
    passage.repaired as words, fold(passage.repaired) as folded, said.position
from said
join passage on passage.id = said.id
join report on report.id = passage.report_id
union all
select 'subject', passage_id, report_vi, report_en, section, footnote, subject, fold(subject), position
from unknown
order by kind, position desc, passage_id
