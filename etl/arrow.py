"""The types of the contract as Arrow types."""

import pyarrow as pa

ARROW = {
    "VARCHAR": pa.string(),
    "DOUBLE": pa.float64(),
    "BIGINT": pa.int64(),
    "TINYINT": pa.int8(),
    "UBIGINT": pa.uint64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "BLOB": pa.binary(),
}
