-- one row per value of a column of the table
select distinct cast({column} as varchar) as value
from {table}
where {column} is not null
order by value
