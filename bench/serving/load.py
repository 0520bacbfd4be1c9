"""So many readers at once at one page, each thinking between two changes of a control."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from websockets.exceptions import WebSocketException

from bench.serving.session import BrokenError, Reader

# What readers change: a control, and how many of its options they take turns at.
Changes = Sequence[tuple[str, int]]
GAPS: Changes = (("Territories", 4), ("Map shows", 2))
EMPTY: Changes = (("Territories", 4),)
# What ends a reader's visit: no page of ours may.
BROKEN = (
    OSError, BrokenError, TimeoutError, LookupError, EOFError, ValueError, WebSocketException,
)  # fmt: skip


@dataclass
class Took:
    """What a load met: seconds of each rerun, what each view said, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    said: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    def p95(self) -> float:
        """The time that 95 of 100 reruns do not exceed, in milliseconds."""
        return quantile(self.seconds, 0.95) * 1e3

    def line(self, name: str) -> str:
        """The same for people."""
        if not self.seconds:
            return f"{name}: nobody came to an end; {self.errors[:2]}"
        middle, high = quantile(self.seconds, 0.5) * 1e3, self.p95()
        return (
            f"{name:28} {len(self.seconds):6} reruns  median {middle:6.0f} ms  p95 {high:6.0f} ms  "
            f"longest {max(self.seconds) * 1e3:6.0f} ms  {len(self.errors)} errors"
        )


def quantile(values: Sequence[float], part: float) -> float:
    """A value such that `part` of all are not above it."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


@dataclass(frozen=True)
class Load:
    """Readers at pages of servers: who thinks so long, for so many seconds."""

    servers: Sequence[str]
    pages: Sequence[str]
    changes: Changes
    readers: int
    lasts: float
    think: float = 5.0
    unmeasured: float = 0.0

    async def run(self, took: Took | None = None) -> Took:
        """All of them at once."""
        took = took or Took()
        start = monotonic()
        async with asyncio.TaskGroup() as group:
            for number in range(self.readers):
                group.create_task(self._one(number, start, took))
        return took

    async def _one(self, number: int, start: float, took: Took) -> None:
        chance = random.Random(number)
        # Nobody comes at the same moment, and nobody is in step with another.
        await asyncio.sleep(self.think * number / self.readers)
        page = self.pages[number % len(self.pages)]
        server = self.servers[number % len(self.servers)]
        try:
            async with Reader(server, page) as reader:
                await reader.rerun()
                while True:
                    await asyncio.sleep(self.think * chance.uniform(0.5, 1.5))
                    now = monotonic() - start
                    if now > self.lasts:
                        return
                    if len(self.pages) > 1 and chance.random() < 0.2:
                        await reader.go(chance.choice(self.pages))
                        continue
                    seconds = await self._change(reader, chance, took)
                    if now > self.unmeasured:
                        took.seconds.append(seconds)
        except BROKEN as error:
            took.errors.append(f"{type(error).__name__}: {error}")

    async def _change(self, reader: Reader, chance: random.Random, took: Took) -> float:
        """Take another option of a control that the page has; the seconds of the rerun."""
        here = [each for each in self.changes if each[0] in reader.controls]
        if not here:
            return await reader.rerun()
        label, most = chance.choice(here)
        control = reader.controls[label]
        others = [each for each in control.options[:most] if each != control.value]
        seconds = await reader.change(label, chance.choice(others or [control.value]))
        took.said.setdefault(view(reader, self.changes), set()).add(reader.said())
        return seconds


def view(reader: Reader, changes: Changes) -> tuple[str, ...]:
    """Which view a reader looks at: the values of what is changed."""
    return tuple(str(reader.controls[label].value) for label, _ in changes
                 if label in reader.controls)  # fmt: skip
