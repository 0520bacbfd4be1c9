"""python -m tests.audit: known holes of the libraries that are pinned, if that can be asked.

Fails where a hole is known. Where no index of advisories can be reached, it says so and passes:
a build without the internet is not at fault.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
TOOL, SECONDS = "pip-audit==2.10.1", 120


def asked(folder: Path) -> str:
    """What the tool answers, as JSON; '' where it cannot be had or reaches no index."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")
    options = ["--disable-pip-version-check", "--quiet"]
    told = "--no-deps --disable-pip --format json --progress-spinner off --timeout 15".split()
    audit = [python, "-m", "pip_audit", "-r", str(ROOT / "requirements.txt"), *told]
    for command in ([python, "-m", "pip", "install", *options, TOOL], audit):
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return ""
        if command is not audit and done.returncode:
            return ""
    return done.stdout.decode("utf-8", "replace")


def holes(answer: str) -> list[str] | None:
    """Library, version and name of each known hole; None where there is no answer.

    >>> holes('{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1"}]}]}')
    ['a 1: CVE-1']
    >>> holes("no route to host") is None
    True
    """
    try:
        found = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    return [
        f"{each['name']} {each['version']}: {hole['id']}"
        for each in found
        for hole in each.get("vulns", ())
    ]


def main() -> int:
    """Ask and tell; 1 where a hole is known."""
    with TemporaryDirectory() as folder:
        known = holes(asked(Path(folder)))
    if known is None:
        print("advisories: no index of them can be reached from here, so none was asked")
        return 0
    print("advisories: " + ("; ".join(known) or "none known for the pinned libraries"))
    return int(bool(known))


if __name__ == "__main__":
    sys.exit(main())
