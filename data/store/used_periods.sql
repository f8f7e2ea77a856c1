-- The periods that figures are about or are compared with, and those of the reports.
select period_id from fresh
union
select base_period from fresh where base_period is not null
union
select period_id from report where period_id is not null
