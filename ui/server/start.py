"""What is done once, when a server starts."""

import gc


def settle() -> None:
    """Set what the server is made of aside from Python's collection of garbage.

    It is all needed to the end, and walking through it at every full collection stops every
    reader for a tenth of a second.
    """
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()
