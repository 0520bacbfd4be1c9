-- one row per territory asked for (codes apart by commas) and period: need and supply of a
-- standard, as far as they are known
select shortage.*, region.residents_persons as residents
from shortage
inner join region on region.territory_id = shortage.territory_id
where shortage.standard_id = $standard_id
    and shortage.basis_id = $basis_id
    and list_contains(string_split($territories, ','), shortage.territory_id)
order by shortage.territory_id, shortage.day, shortage.period
