-- one row per measure, group, period, country and level of territories: how many have a known figure
create table figure_known as
select
    figure.measure_id,
    figure.group_id,
    figure.period,
    region.country,
    region.level,
    count(*) as territories
from figure
inner join region on region.territory_id = figure.territory_id
where figure.value is not null
group by figure.measure_id, figure.group_id, figure.period, region.country, region.level
order by figure.measure_id, figure.group_id, figure.period, region.country, region.level
