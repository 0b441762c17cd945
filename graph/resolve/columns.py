"""What vaults hold in thousands stands in columns of numbers, not as objects."""

from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.integer[Any]]
Bools: TypeAlias = NDArray[np.bool_]

Thing = TypeVar("Thing")


class Numbers(dict[Thing, int]):
    """Things → numbers, in the order in which they are met."""

    def __missing__(self, thing: Thing) -> int:
        number = self[thing] = len(self)
        return number
