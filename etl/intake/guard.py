"""Before a file is opened: its size, and whether its bytes are what its name says."""

from pathlib import Path

from etl.intake.grid import UnreadableError

LARGEST_BYTES = 50_000_000
MOST_LINES = 300_000
MOST_COLUMNS = 500
MOST_CELLS = 12_000_000
_HEAD = 16
TEXT = frozenset({".csv", ".tsv", ".txt", ".tab"})
_FORMS = {
    ".xlsx": "xlsx", ".geojson": "geojson", ".json": "geojson", ".gpkg": "gpkg",
    ".parquet": "parquet", ".geoparquet": "parquet",
}  # fmt: skip
_ACCEPTED = "CSV, TSV, XLSX, GeoJSON, GeoPackage and Parquet files are read."
# Bytes that files of other kinds begin with.
_OTHERS = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old or protected Office file (.xls, .doc, or with a password)"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_MAGIC = {"xlsx": b"PK\x03\x04", "gpkg": b"SQLite format 3\0", "parquet": b"PAR1"}
_OTHER_SHEETS = {
    ".xls": "an old Excel file", ".xlsb": "a binary Excel file", ".ods": "an OpenDocument file",
    ".xlsm": "an Excel file with macros", ".xltm": "an Excel template with macros",
}  # fmt: skip


def form_of(file: Path) -> str:
    """The format of a file: text, xlsx, geojson, gpkg or parquet; UnreadableError if none.

    Its bytes decide, so that a spreadsheet named .csv is not read as text.
    """
    if not file.is_file():
        raise UnreadableError(f"{file.name} is no file.", "Choose a file.")
    size = file.stat().st_size
    if size == 0:
        raise UnreadableError("The file is empty.", "Save it again with its rows.")
    if size > LARGEST_BYTES:
        raise UnreadableError(
            f"The file has {size / 1e6:,.0f} MB; at most {LARGEST_BYTES / 1e6:,.0f} MB are read.",
            "Split it into several files, or leave out what is no row of the table.",
        )
    suffix = file.suffix.lower()
    if suffix in _OTHER_SHEETS:
        raise UnreadableError(
            f"This is {_OTHER_SHEETS[suffix]}, which is not read.", "Save it as .xlsx or .csv."
        )
    with file.open("rb") as handle:
        head = handle.read(_HEAD)
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise UnreadableError(f"This is {what}, which is not read.", _ACCEPTED)
    return _by_bytes(head, suffix)


def _by_bytes(head: bytes, suffix: str) -> str:
    """The format by the first bytes, and by the name where they leave it open."""
    for form, magic in _MAGIC.items():
        if head.startswith(magic):
            if _FORMS.get(suffix) != form:
                raise UnreadableError(
                    f"The name ends in {suffix or 'nothing'}, but this is a {form} file.",
                    f"Give it a name that ends in .{form}.",
                )
            return form
    if suffix in TEXT:
        return "text"
    named = _FORMS.get(suffix, "")
    if named in _MAGIC:
        raise UnreadableError(f"This is no {suffix} file, though it is named so.", _ACCEPTED)
    if not named:
        raise UnreadableError(f"Files that end in {suffix or 'nothing'} are not read.", _ACCEPTED)
    return named


def enough_cells(cells: int) -> None:
    """UnreadableError when a file has more cells than are read, however they are laid out."""
    if cells > MOST_CELLS:
        raise UnreadableError(
            f"The file has more than {MOST_CELLS:,} cells.",
            "Leave out the columns that are not needed, or split it.",
        )
