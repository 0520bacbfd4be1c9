-- one row per year a measure has a known figure in, latest first, with the countries that do
select substr(period, 1, 4) as year, count(distinct country) as countries
from figure_known
where measure_id = $measure_id
    and (
        group_id = $group_id
        or ($group_id = 'reception' and group_id in ('all', 'asylum_applicants'))
    )
group by substr(period, 1, 4)
order by year desc
