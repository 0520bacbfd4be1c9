"""From the contract to SQL: CREATE TABLE with its CHECKs, keys and COMMENTs."""

from etl.columns import Column, Table


def quoted(text: str) -> str:
    """`text` as an SQL string literal.

    >>> quoted("the publisher's")
    "'the publisher''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def create(table: Table) -> list[str]:
    """Statements that create `table` empty, with every rule of the contract."""
    lines = [_column(column) for column in table.columns]
    if table.indexed:
        lines.append(f"primary key ({', '.join(table.key)})")
    body = ",\n    ".join(lines)
    comments = [
        f"comment on column {table.name}.{column.name} is {quoted(column.about)}"
        for column in table.columns
    ]
    return [
        f"create table {table.name} (\n    {body}\n)",
        f"comment on table {table.name} is {quoted(table.grain)}",
        *comments,
    ]


def _column(column: Column) -> str:
    """One column's line: type, NOT NULL, and its CHECKs (NULL passes a CHECK)."""
    parts = [column.name, column.type]
    if column.required:
        parts.append("not null")
    if column.codes is not None:
        allowed = ", ".join(quoted(code) for code in column.codes)
        parts.append(f"check ({column.name} in ({allowed}))")
    if column.minimum is not None:
        parts.append(f"check ({column.name} >= {column.minimum})")
    if column.maximum is not None:
        parts.append(f"check ({column.name} <= {column.maximum})")
    if column.pattern is not None:
        parts.append(f"check (regexp_full_match({column.name}, {quoted(column.pattern)}))")
    if column.type == "DOUBLE":
        parts.append(f"check (isfinite({column.name}))")
    return " ".join(parts)
