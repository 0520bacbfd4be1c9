"""Where the marts are worked out: in DuckDB's own file (the default), or on Apache Spark.

`query` is a mart as a step of the build, `portable` the SQL that both engines answer alike,
`spark_sql` the same statement in Spark's words, `spark` the engine, and `folder` a dataset as a
folder of Parquet, which either engine can write. Staging, and what Python fills in between,
stays in DuckDB. The rules for whoever writes a mart are in `etl/sql/PORTABLE.md`.
"""
