"""What figures come in: arrays of any shape, of one kind of number each; and how a row of
coefficients is laid out."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

Ints: TypeAlias = NDArray[np.int64]

Bools: TypeAlias = NDArray[np.bool_]


def block(place: int, width: int) -> slice:
    """Where a block of `width` coefficients lies in a row: 0 the baseline, 1 sending, 2 + i the
    level at i."""
    return slice(place * width, (place + 1) * width)
