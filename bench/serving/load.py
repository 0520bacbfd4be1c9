"""So many readers at once at one page, each thinking between two changes of a control."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from bench.serving.session import BrokenError, Reader

# What readers change: a control, and how many of its options they take turns at.
Changes = Sequence[tuple[str, int]]


@dataclass
class Took:
    """What a load met: seconds of each rerun, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class Load:
    """Readers at pages of servers: who thinks so long, for so many seconds."""

    servers: Sequence[str]
    page: str
    changes: Changes
    readers: int
    think: float
    lasts: float
    unmeasured: float = 0.0

    async def run(self) -> Took:
        """All of them at once."""
        took = Took()
        start = monotonic()
        async with asyncio.TaskGroup() as group:
            for number in range(self.readers):
                group.create_task(self._one(number, start, took))
        return took

    async def _one(self, number: int, start: float, took: Took) -> None:
        chance = random.Random(number)
        # Nobody comes at the same moment, and nobody is in step with another.
        await asyncio.sleep(self.think * number / self.readers)
        try:
            async with Reader(self.servers[number % len(self.servers)], self.page) as reader:
                await reader.rerun()
                while True:
                    await asyncio.sleep(self.think * chance.uniform(0.5, 1.5))
                    if monotonic() - start > self.lasts:
                        return
                    seconds = await change(reader, self.changes, chance)
                    if monotonic() - start > self.unmeasured:
                        took.seconds.append(seconds)
        except (OSError, BrokenError, TimeoutError, LookupError, EOFError) as error:
            took.errors.append(f"{type(error).__name__}: {error}")


async def change(reader: Reader, changes: Changes, chance: random.Random) -> float:
    """Take another option of one of the controls; the seconds of the rerun."""
    label, most = chance.choice(changes)
    control = reader.controls[label]
    others = [each for each in control.options[:most] if each != control.value]
    return await reader.change(label, chance.choice(others))
