"""What figures come in: arrays of any shape, of one kind of number each."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

Ints: TypeAlias = NDArray[np.int64]

Bools: TypeAlias = NDArray[np.bool_]
