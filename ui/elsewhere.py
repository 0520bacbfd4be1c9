"""A dataset on object storage: which one is there now, and the extension that reads it.

What stands at an address is known by its manifest, which is looked at once a minute, behind the
back of whoever asks: a page waits for storage only before the first manifest came. While storage
does not answer, the dataset known last stays the newest.
"""

import hashlib
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from time import monotonic

import duckdb

from ui.kept import Kept

MANIFEST = "dataset.json"
_ADDRESS = re.compile(r"(s3|s3a|s3n|gs|gcs|r2|hf|http|https)://\S+")
# Such an address may have a key in it, which would stand in messages and on pages.
_WITH_KEY = re.compile(r"[?@#]")
_MARK = 12
_FRESH_SECONDS, _FAILED_SECONDS, _PATIENCE_SECONDS = 60.0, 10.0, 8.0
_SETTINGS = ("http_timeout = 5", "http_retries = 1")


class ElsewhereError(OSError):
    """A dataset on object storage cannot be read; the message says why and what to do."""


def is_elsewhere(place: str) -> bool:
    """Whether a dataset is on object storage, told by its address.

    >>> is_elsewhere("s3://bucket/published.parquet"), is_elsewhere("data/published.duckdb")
    (True, False)
    """
    return _ADDRESS.fullmatch(place) is not None


def address_of(place: str) -> str:
    """Where a dataset's files are.

    >>> address_of("s3://bucket/published.parquet#0123456789ab")
    's3://bucket/published.parquet'
    """
    return place.partition("#")[0].rstrip("/")


def newest(address: str) -> str:
    """The place of the dataset that is at an address now: the address with a mark of its content.

    Raises ElsewhereError where none is, or storage has never answered yet.
    """
    if _WITH_KEY.search(address):
        raise ElsewhereError(
            "The address of a dataset on object storage may hold no keys and no question mark. "
            "Keep keys as a secret of DuckDB's (create persistent secret), and name only the "
            "folder in GROUNDWORK_DATA."
        )
    content = _WATCHED.get(address_of(address)).newest()
    place = f"{address_of(address)}#{hashlib.sha256(content).hexdigest()[:_MARK]}"
    if all(known != place for known, _ in _SEEN):
        _SEEN.append((place, content))
    return place


def manifest(place: str) -> bytes:
    """The manifest of a dataset that `newest` has named; IOException where that is long ago."""
    for known, content in tuple(_SEEN):
        if known == place:
            return content
    raise duckdb.IOException(f"{address_of(place)} has been replaced")


# The last datasets seen: a page keeps to the one it began with.
_SEEN: deque[tuple[str, bytes]] = deque(maxlen=16)


class _Watch:
    """The manifest at an address, asked for in a thread of its own."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._content = b""
        self._problem: ElsewhereError | None = None
        self._due = 0.0
        self._lock = Lock()
        self._answered = Event()

    def newest(self) -> bytes:
        with self._lock:
            if monotonic() >= self._due:
                self._due = monotonic() + _FRESH_SECONDS
                if not self._content:
                    self._answered.clear()
                Thread(target=self._ask, daemon=True).start()
        if not self._answered.wait(_PATIENCE_SECONDS):
            raise ElsewhereError(f"The dataset at {self._address} does not answer.")
        if self._content:
            return self._content
        raise ElsewhereError(*self._problem.args if self._problem else ())

    def _ask(self) -> None:
        try:
            self._content = _fetched(self._address)
        except ElsewhereError as error:
            self._problem = error
            self._due = monotonic() + _FAILED_SECONDS
        finally:
            self._answered.set()


_WATCHED = Kept[str, _Watch](8, _Watch)


def _fetched(address: str) -> bytes:
    """The manifest that is at an address now."""
    with duckdb.connect() as con:
        with_httpfs(con)
        for setting in _SETTINGS:
            con.execute(f"set {setting}")
        try:
            file = f"{address}/{MANIFEST}"
            found = con.execute("select content from read_text(?)", [file]).fetchone()
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            raise ElsewhereError(f"The dataset at {address} cannot be read: {said}") from None
    if found is None:
        raise ElsewhereError(f"There is no dataset at {address}: it has no {MANIFEST}.")
    return str(found[0]).encode()


def with_httpfs(con: duckdb.DuckDBPyConnection) -> None:
    """Load httpfs as it was installed; it is never downloaded by the app."""
    con.execute("set autoinstall_known_extensions = false")
    try:
        con.execute("load httpfs")
    except duckdb.Error:
        raise ElsewhereError(
            "A dataset on object storage needs DuckDB's extension httpfs, which is not installed "
            "here. Install it once, where there is a network: "
            "python -c \"import duckdb; duckdb.sql('install httpfs')\". "
            "Or copy the folder to this machine and name it in GROUNDWORK_DATA."
        ) from None
    # Keys are looked up now: their folder is closed, too, once only the dataset may be read.
    con.execute("from duckdb_secrets()")


@contextmanager
def without_keys() -> Iterator[None]:
    """Of what storage answers only the first line is passed on: what follows may repeat a key."""
    try:
        yield
    except duckdb.HTTPException as error:
        raise duckdb.IOException(str(error).splitlines()[0]) from None
