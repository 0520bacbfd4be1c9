"""Words of the product in the reader's language, through gettext catalogues.

What is written in the code is English and is the key of every catalogue. A message without a
translation is shown in English; `make check` lists it. What is in data - names of territories,
organisations, sources - is never translated.

Files, data routes and the command line speak English: one view is one file.
"""

from ui.language.marks import Words, _, later, n_, plural
from ui.language.spoken import LANGUAGES, begin, current, per_language, speaking

__all__ = [
    "LANGUAGES", "Words", "_", "begin", "current", "later", "n_", "per_language", "plural",
    "speaking",
]  # fmt: skip
