"""python -m tests.pages.short_of_memory: a solve in a process that is let have no more memory.

Prints what the page says then, and what it says once there is memory again, as JSON.
"""

import json
import resource
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT

MORE = 2_000_000


def told(**address: str) -> dict[str, Any]:
    """What the Sites page says, where it chooses new places."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    for name, value in address.items():
        app.query_params[name] = value
    app.switch_page("pages/sites.py")
    app.run()
    return {
        "title": str(app.title[0].value) if app.title else "",
        "errors": " ".join(str(each.value) for each in app.error),
        "exceptions": len(app.exception),
        "said": " ".join(str(each.value) for each in app.markdown),
    }


def main() -> None:
    # What every page needs is there by then: it is the solve that lacks memory.
    told(**{"in": "LU", "level": "3", "sites": "3"})
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MORE
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
    short = told(**{"in": "IT", "level": "3", "sites": "20"})
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(json.dumps([short, told(**{"in": "MT", "level": "3"})]))


if __name__ == "__main__":
    main()
