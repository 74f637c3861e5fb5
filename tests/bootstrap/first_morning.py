"""The example brand, on the morning from which these tests go on."""

from __future__ import annotations

from rapport.testing import examples as ex

BRAND = "alder-and-clay"
MORNING = ex.at(0, 10)
