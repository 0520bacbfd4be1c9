"""A workbook is a ZIP of XML: its directory is checked before anything is unpacked."""

import re
import zipfile
import zlib
from pathlib import Path

from etl.intake.grid import UnreadableError

_MOST_ENTRIES = 2_000
_LARGEST_BYTES = 400_000_000
_MOST_RATIO = 200
_SMALL_BYTES = 5_000_000
_BLOCK = 1 << 20
_LONGEST_MARK = 20
_DECLARED = 200
_SAVE = "Save it again from its program as .xlsx, or as CSV."
_NESTED = re.compile(r"\.(?:zip|xlsx|xlsm|xlsb|docx|pptx|ods|7z|rar|gz|jar|bin\.zip)$", re.I)
_MACROS = re.compile(r"(?:vbaproject|\.xlm)|macrosheets/|activex/", re.I)
_ODD_PATH = re.compile(r"^/|^\\|\.\.|:")
_CODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_CODINGS = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252"})
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def check(file: Path) -> None:
    """UnreadableError when a workbook is a trap, holds macros or is none."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _directory(entries, file.stat().st_size)
            for entry in entries:
                # What a part is called does not decide whether it is read as XML.
                _no_dtd(archive, entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableError(f"The workbook is damaged: {error}.", _SAVE) from None


def _directory(entries: list[zipfile.ZipInfo], packed_bytes: int) -> None:
    """The names and sizes that the directory states, of a file of so many bytes."""
    names = {entry.filename for entry in entries}
    if len(names) < len(entries):
        raise UnreadableError("The workbook has a part twice: which one holds is unclear.", _SAVE)
    if "xl/workbook.xml" not in names and "[Content_Types].xml" not in names:
        raise UnreadableError("This archive is no Excel workbook.", _SAVE)
    if len(entries) > _MOST_ENTRIES:
        raise UnreadableError(f"The workbook has {len(entries):,} parts.", _SAVE)
    # Whoever reads a part asks for as much memory as it is said to take in the file.
    if sum(entry.compress_size for entry in entries) > packed_bytes:
        raise UnreadableError("The parts of the workbook are said to be larger than it is.", _SAVE)
    total = sum(entry.file_size for entry in entries)
    if total > _LARGEST_BYTES:
        raise UnreadableError(
            f"The workbook unpacks to {total / 1e6:,.0f} MB; at most "
            f"{_LARGEST_BYTES / 1e6:,.0f} MB are read.",
            _SAVE,
        )
    for entry in entries:
        _entry(entry)


def _entry(entry: zipfile.ZipInfo) -> None:
    """One part of the workbook."""
    name = entry.filename
    if entry.flag_bits & 1:
        raise UnreadableError("The workbook is protected by a password.", "Take it off.")
    if _MACROS.search(name):
        raise UnreadableError("The workbook holds macros.", "Save it as .xlsx, without macros.")
    if _NESTED.search(name):
        raise UnreadableError(f"The workbook holds another file, {name}.", "Take it out.")
    if _ODD_PATH.search(name):
        raise UnreadableError("The workbook has a part with an odd path.", _SAVE)
    packed = max(entry.compress_size, 1)
    if entry.file_size > _SMALL_BYTES and entry.file_size / packed > _MOST_RATIO:
        raise UnreadableError(
            f"A part of the workbook unpacks to {entry.file_size / packed:,.0f} times its size.",
            _SAVE,
        )


def _no_dtd(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """UnreadableError when a part declares a document type, which could name other files."""
    before = b""
    with archive.open(entry) as handle:
        while block := handle.read(_BLOCK):
            # Text in UTF-16 has a zero in every other byte.
            text = before + block.replace(b"\0", b"")
            if _DTD.search(text) or (not before and _hidden(text)):
                raise UnreadableError("The workbook declares a document type (DTD).", _SAVE)
            before = text[-_LONGEST_MARK:]


def _hidden(text: bytes) -> bool:
    """Whether a part is XML in an encoding in which a document type would not be seen."""
    named = _CODING.search(text[:_DECLARED])
    return named is not None and named.group(1).lower() not in _CODINGS
