"""H3 cells as numbers: the coarser cell around each, worked out from its bits.

A cell's number holds its resolution in bits 52 to 55 and three bits a step down from a cell of
resolution 0; steps that it does not take are filled with ones.
"""

import numpy as np
import numpy.typing as npt

Cells = npt.NDArray[np.uint64]
FINEST = 15
_RESOLUTION_AT, _BITS_A_STEP = 52, 3


def resolution_of(cells: Cells) -> npt.NDArray[np.int64]:
    """The resolution of each cell, 0 to 15."""
    return ((cells >> np.uint64(_RESOLUTION_AT)) & np.uint64(15)).astype(np.int64)


def around(cells: Cells, resolution: int) -> Cells:
    """The cell of a coarser resolution, or the same, that each cell is a part of.

    Errors  : ValueError if a cell is coarser than `resolution`.
    Source  : the bit layout of H3 indexes, h3geo.org/docs/core-library/h3Indexing.

    >>> hex(int(around(np.array([0x86194AD37FFFFFF], dtype=np.uint64), 4)[0]))
    '0x84194adffffffff'
    """
    if len(cells) and int(resolution_of(cells).min()) < resolution:
        raise ValueError(f"a cell is coarser than resolution {resolution}")
    untaken = np.uint64((1 << (_BITS_A_STEP * (FINEST - resolution))) - 1)
    cleared = cells & ~(np.uint64(15) << np.uint64(_RESOLUTION_AT))
    return cleared | (np.uint64(resolution) << np.uint64(_RESOLUTION_AT)) | untaken
