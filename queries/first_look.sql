-- vi: Giá trị mới nhất của các chỉ tiêu, để bắt đầu
-- en: The newest value of every indicator, to begin with
select
    indicator.name_vi as indicator,
    item.name_vi as item,
    latest.period_id as period,
    latest.value,
    latest.unit,
    report.label_vi as report
from latest
join indicator on indicator.id = latest.indicator_id
left join item on item.id = latest.item_id
join report on report.id = latest.report_id
where latest.measure = 'value'
order by indicator.position, item.position nulls first, latest.period_id desc
