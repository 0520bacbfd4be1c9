-- one row per name of a column in the dataset: what it holds, as the first table that has it says
select
    column_name,
    arg_min(comment, table_name) as about
from duckdb_columns()
where database_name = current_database() and comment is not null
group by column_name
order by column_name
