-- vi: Đoạn văn, chú thích và số liệu chưa xếp loại có chứa lời cần tìm
-- en: Passages, notes and figures without a place in the catalogue that hold the words
-- words = 'than'
-- most = 60
(
    select 'passage' as kind, passage.id as passage_id, report.label_vi as report_vi, report.label_en as report_en, passage.section, passage.footnote,
        passage.repaired as words, passage.folded, report.position
    from passage
    join report on report.id = passage.report_id
    where contains(passage.folded, $words)
    order by report.position desc, passage.id
    limit $most
)
union all
(
    select 'subject', observation.passage_id, report.label_vi, report.label_en, passage.section, passage.footnote,
        observation.subject, fold(observation.subject), report.position
    from observation
    join report on report.id = observation.report_id
    join passage on passage.id = observation.passage_id
    where observation.indicator_id is null and contains(fold(observation.subject), $words)
    order by report.position desc, observation.id
    limit $most
)
