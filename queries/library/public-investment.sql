-- vi: Vốn đầu tư công: kế hoạch, thực hiện, giải ngân
-- en: Public investment: plan, executed, disbursed
select indicator_vi as indicator, item_vi as item, period_id as period, level, unit as unit, plan_pct, change_pct, disputed, reports as reports
from fact
where indicator_id in ('public_investment_plan', 'public_investment_executed', 'public_investment_disbursed')
order by position, end_date, period_id
