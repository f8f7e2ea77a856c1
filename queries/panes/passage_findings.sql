-- vi: Các phát hiện về những con số của các đoạn văn và chú thích đã cho
-- en: The findings on the figures of the given passages and notes
-- passages = [2, 4]
with here as (
    select observation_id as id from (select unnest($passages) as wanted) join reading on passage_id = wanted
)
select id, severity, observation_id, other_id, message_vi, message_en
from finding
where observation_id in (select id from here) or other_id in (select id from here)
order by severity desc, id
