"""The tables of a Groundwork dataset, declared once.

DDL with its CHECKs and COMMENTs (`etl.ddl`), validation (`etl.validate`), the shipped
Parquet files (`etl.bundle`) and the data dictionary are all derived from `TABLES`.
Missing is NULL with a status, never 0.
"""

from collections.abc import Mapping

from etl.columns import Table
from etl.contract import account, digital, figures, geography, participation, services, sponsorship

TABLES: tuple[Table, ...] = (
    *geography.TABLES,
    *figures.TABLES,
    *services.TABLES,
    *participation.TABLES,
    *sponsorship.TABLES,
    *digital.TABLES,
    *account.TABLES,
)

BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}
