-- one row per column of a table that holds codes: the rule that lists them
select constraint_column_names[1] as column_name, constraint_text as rule
from duckdb_constraints()
where table_name = $table_name
    and database_name = current_database()
    and constraint_type = 'CHECK'
    and contains(constraint_text, ' IN (')
order by column_name
