-- one row per column of a described table, tables by name, columns in their order, with its codes
select
    t.table_name,
    t.comment as grain,
    c.column_name,
    c.comment as about,
    c.data_type,
    not c.is_nullable as required,
    r.constraint_text as rule
from duckdb_tables() as t
join duckdb_columns() as c
    on c.table_name = t.table_name and c.database_name = t.database_name
left join duckdb_constraints() as r
    on r.table_name = t.table_name
    and r.database_name = t.database_name
    and r.constraint_type = 'CHECK'
    and r.constraint_column_names = [c.column_name]
    and contains(r.constraint_text, ' IN (')
where t.database_name = current_database() and t.comment is not null and c.comment is not null
order by t.table_name, c.column_index
