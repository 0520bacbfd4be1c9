-- one row per fund, objective, territory, period and source: money of the territories displayed
select
    funding.fund_id,
    funding.objective,
    funding.territory_id,
    funding.period,
    funding.committed_eur,
    funding.paid_eur,
    funding.recipient,
    funding.service,
    funding.source_id,
    funding.obs_status,
    funding.evidence,
    funding.note,
    funding.source_file,
    funding.source_line,
    region.level,
    region.country
from funding
inner join region on region.territory_id = funding.territory_id
order by
    funding.fund_id, funding.objective, funding.period, funding.territory_id, funding.source_id
