-- one row per column of a table, in the order of its template
select column_name, comment as about, data_type, not is_nullable as required
from duckdb_columns()
where table_name = $table_name
    and database_name = current_database()
    -- a folder of Parquet has the rules of a table in a schema of its own, beside its rows
    and schema_name = (
        select max(schema_name)
        from duckdb_columns()
        where table_name = $table_name and database_name = current_database()
    )
order by column_index
