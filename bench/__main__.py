"""python -m bench [NAME]: run every benchmark, or one, each in a process of its own.

A benchmark prints a table and, last, one JSON object with `floors` (at least) or `ceilings`
(at most) for some of its figures; a figure outside them fails the run.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def run(name: str) -> bool:
    """Run one benchmark; whether its figures are inside what it promises."""
    print(f"== {name}", flush=True)
    command = [sys.executable, "-m", f"bench.{name}"]
    done = subprocess.run(command, check=False, cwd=HERE.parent, stdout=subprocess.PIPE, text=True)
    print(done.stdout, end="", flush=True)
    if done.returncode:
        return False
    figures = json.loads(done.stdout.splitlines()[-1])
    low = [k for k, v in figures.get("floors", {}).items() if figures[k] < v]
    high = [k for k, v in figures.get("ceilings", {}).items() if figures[k] > v]
    for key in low + high:
        print(f"   {key} is {figures[key]}, outside what is promised", flush=True)
    return figures["equal"] and not low and not high


if __name__ == "__main__":
    known = sorted(file.stem for file in HERE.glob("[a-z]*.py"))
    wanted = sys.argv[1:] or known
    if strange := set(wanted) - set(known):
        sys.exit(f"There is no benchmark {', '.join(strange)}; there is: {', '.join(known)}.")
    results = [run(name) for name in wanted]
    sys.exit(0 if all(results) else 1)
