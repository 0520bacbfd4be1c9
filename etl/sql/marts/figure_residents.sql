-- one row per row of figure: the residents it is divided by, of the latest year up to its own;
-- none where nobody lives (Svalbard, Jan Mayen)
create table figure_residents as
with dated as (
    select distinct territory_id, period, substr(period, 1, 4) as year from figure
)
select
    dated.territory_id,
    dated.period,
    max(residents.period) as residents_period,
    arg_max(residents.residents_persons, residents.period) as residents_persons
from dated
inner join residents
    on residents.territory_id = dated.territory_id
    and residents.period <= dated.year
    and residents.residents_persons > 0
group by dated.territory_id, dated.period
