-- one row per standard, basis, period, country and level of territories: how many have a known need,
-- of how many the supply is known with it, and of how many of these the need is above zero
create table shortage_known as
select
    shortage.standard_id,
    shortage.basis_id,
    shortage.period,
    shortage.day,
    region.country,
    region.level,
    count(*) as territories,
    count(shortage.capacity) as with_supply,
    sum(case when shortage.need > 0 and shortage.capacity is not null then 1 else 0 end)
        as with_need_and_supply
from shortage
inner join region on region.territory_id = shortage.territory_id
where shortage.need is not null
group by
    shortage.standard_id, shortage.basis_id, shortage.period, shortage.day, region.country,
    region.level
order by
    shortage.standard_id, shortage.basis_id, shortage.day, shortage.period, region.country,
    region.level
