-- one row per country and year whose published NUTS 3 residents do not sum to the country's,
-- unless the country counts residents it attributes to no region (MK)
with leaf as (
    select territory.country, residents.period, sum(residents.residents_persons) as residents,
        count(*) - count(residents.residents_persons) as unknown
    from residents
    inner join territory on territory.territory_id = residents.territory_id and territory.shown
    where territory.level = 3 and territory.members is null
    group by territory.country, residents.period
)
select leaf.country, leaf.period, leaf.residents, whole.residents_persons
from leaf
inner join residents as whole on whole.territory_id = leaf.country and whole.period = leaf.period
where leaf.unknown = 0
    and whole.period = (select max(period) from residents)
    and leaf.residents <> whole.residents_persons
