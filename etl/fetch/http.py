"""Ask a publisher's server for a file: patient, polite, never content with half an answer.

Connections that fail, answers that break off, 429 and 5xx are asked for again, each time after
a longer and slightly random wait, or after the time the server asks for (`Retry-After`, as
seconds or as a date). Nobody is asked again who wants to be left alone for longer than
`LONGEST_WAIT_S`. An answer is written to disk as it comes; a partial one is never returned.
"""

import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from etl.fetch.answers import AgainError, Came, FetchError, RefusedError, plain_text, too_large
from etl.fetch.unpack import unpacked

USER_AGENT = "Groundwork/0.1 (territorial integration capacity in Europe; python -m etl fetch)"
ATTEMPTS = 4
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 120.0
WHOLE_FILE_S = 1_800.0
LIMIT_BYTES = 400_000_000
# Answers meant for a program to act on, not to keep: states, indexes, error messages.
TEXT_LIMIT_BYTES = 5_000_000
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_TIMEOUT = httpx.Timeout(15.0, read=90.0)


class Clock:
    """Time as the fetch knows it; tests bring their own."""

    def now(self) -> datetime:
        """The time now, UTC."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


@dataclass(frozen=True)
class Ask:
    """One request: where, with which headers, and for a query interface the form it posts.

    Where an address stays busy for `patient_for` requests in a row, its host is asked nothing
    more in the run.
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = None
    limit_bytes: int = LIMIT_BYTES
    patient_for: int | None = None


def _nothing(size: int) -> None:
    """Nobody watches."""


@dataclass
class Http:
    """A client for all publishers.

    `hosts` puts another base address in place of a host (`{"ec.europa.eu": "http://…"}`);
    `watch` is told the size of every piece that arrives. A host that cannot be reached at all
    is asked nothing more in the run.
    """

    hosts: Mapping[str, str] = field(default_factory=dict)
    clock: Clock = field(default_factory=Clock)
    chance: Callable[[], float] = random.random
    watch: Callable[[int], None] = _nothing
    _left_alone: dict[str, str] = field(default_factory=dict)
    _busy: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._client = httpx.Client(
            headers={"User-Agent": USER_AGENT}, timeout=_TIMEOUT, follow_redirects=True
        )

    def close(self) -> None:
        """End all connections."""
        self._client.close()

    def leave_alone(self, url: str, why: str) -> None:
        """Ask this host nothing more in this run; every further request fails with `why`."""
        self._left_alone[_host(url)] = why

    def save(self, ask: Ask, target: Path) -> Came | None:
        """Write the answer to `target`, complete and synced; None where nothing has changed."""
        attempt = 0
        if why := self._left_alone.get(_host(ask.url)):
            raise FetchError(why)
        while True:
            attempt += 1
            try:
                came = self._once(ask, target)
            except AgainError as error:
                if attempt < ATTEMPTS and self._waited(attempt, error):
                    continue
                raise self._given_up(ask, error, attempt) from None
            self._busy[ask.url] = 0
            return came

    def text(self, ask: Ask) -> str:
        """A short answer as text."""
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "answer"
            self.save(replace(ask, limit_bytes=TEXT_LIMIT_BYTES), target)
            return target.read_text("utf-8", errors="replace")

    def _waited(self, attempt: int, error: AgainError) -> bool:
        """Wait before the next attempt; False where that would take too long."""
        wait = error.after_s
        if wait is None:
            wait = min(FIRST_WAIT_S * 2 ** (attempt - 1) * (0.5 + self.chance()), LONGEST_WAIT_S)
        if wait > LONGEST_WAIT_S:
            return False
        self.clock.sleep(max(wait, 0.0))
        return True

    def _given_up(self, ask: Ask, error: AgainError, attempts: int) -> FetchError:
        """The last word on a request; some hosts are then left alone for the rest of the run."""
        self._busy[ask.url] += 1
        if error.unreachable or self._busy[ask.url] == ask.patient_for:
            self.leave_alone(ask.url, f"not asked again after: {error}")
        if error.after_s is not None and error.after_s > LONGEST_WAIT_S:
            return FetchError(f"{error}; asks for {error.after_s:.0f} s of rest")
        return FetchError(f"{error} (asked {attempts} times)")

    def _once(self, ask: Ask, target: Path) -> Came | None:
        """One attempt."""
        host = _host(ask.url)
        packed = "identity" if target.suffix == ".gz" else "gzip"
        request = self._client.build_request(
            "GET" if ask.form is None else "POST",
            self._address(ask.url),
            headers={"Accept-Encoding": packed, **ask.headers},
            data=ask.form,
        )
        try:
            response = self._client.send(request, stream=True)
            try:
                return self._read(response, ask, target)
            finally:
                response.close()
        except httpx.TimeoutException:
            raise AgainError(f"{host} did not answer in time") from None
        except httpx.ConnectError as error:
            raise AgainError(f"{host} cannot be reached: {error}", unreachable=True) from None
        except httpx.TransportError as error:
            raise AgainError(f"the answer of {host} broke off: {error}") from None
        except httpx.RequestError as error:
            raise FetchError(f"{host}: {error}") from None

    def _read(self, response: httpx.Response, ask: Ask, target: Path) -> Came | None:
        """Act on the status; write the body where there is one to keep."""
        status, host = response.status_code, _host(ask.url)
        if status == 304:
            return None
        if status != 200:
            why = f"{host} answers {status} {response.reason_phrase}{_said(response)}"
            if status in _AGAIN:
                raise AgainError(why, self._retry_after_s(response))
            raise RefusedError(why)
        self._write(response, ask, target)
        unpacked(response.headers.get("Content-Encoding", ""), target, ask.limit_bytes)
        return Came(
            response.headers.get("ETag"),
            response.headers.get("Last-Modified"),
            response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        )

    def _write(self, response: httpx.Response, ask: Ask, target: Path) -> None:
        """Write the body as it comes, within the limits of size and time, and sync it."""
        started, size = self.clock.now(), 0
        announced = response.headers.get("Content-Length", "0")
        if announced.isdigit() and int(announced) > ask.limit_bytes:
            raise RefusedError(too_large(ask.limit_bytes))
        with target.open("wb") as handle:
            for piece in response.iter_raw():
                size += len(piece)
                if size > ask.limit_bytes:
                    raise RefusedError(too_large(ask.limit_bytes))
                if (self.clock.now() - started).total_seconds() > WHOLE_FILE_S:
                    raise FetchError(f"not complete after {WHOLE_FILE_S / 60:.0f} minutes")
                handle.write(piece)
                self.watch(len(piece))
            handle.flush()
            os.fsync(handle.fileno())

    def _retry_after_s(self, response: httpx.Response) -> float | None:
        """Seconds the server asks to wait; None where it names none."""
        asked = response.headers.get("Retry-After", "").strip()
        if asked.isdigit():
            return float(asked)
        try:
            until = parsedate_to_datetime(asked)
        except ValueError:
            return None
        # A date without a zone is in UTC (RFC 9110).
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return (until - self.clock.now()).total_seconds()

    def _address(self, url: str) -> str:
        """The address that is really asked."""
        base = self.hosts.get(_host(url))
        if base is None:
            return url
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return f"{base.rstrip('/')}{parts.path}{query}"


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _said(response: httpx.Response) -> str:
    """What an answer that is no file says for itself, as one line of text."""
    text = bytearray()
    for piece in response.iter_bytes():
        text += piece
        if len(text) > 4_000:
            break
    line = plain_text(text.decode("utf-8", errors="replace"))
    return f": {line}" if line else ""
