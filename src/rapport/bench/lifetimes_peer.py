"""The package lifetimes beside ours, where it is installed (the extra `peers`).

It has not been kept up since 2020 and warns of what its libraries have changed since, so that its
warnings are silenced here; what it cannot do today is said instead of its figure.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from time import perf_counter
from typing import Any

import numpy as np

from rapport.bench.forecasts import Forecast
from rapport.science.rhythm import Histories

FITTERS = {"lifetimes, BG/NBD": "BetaGeoFitter", "lifetimes, Pareto/NBD": "ParetoNBDFitter"}


def lifetimes_forecasts(histories: Histories, period: float) -> list[Forecast]:
    """What lifetimes says of the same histories; or why it says nothing."""
    return [_forecast(name, fitter, histories, period) for name, fitter in FITTERS.items()]


def _forecast(name: str, fitter: str, histories: Histories, period: float) -> Forecast:
    told = (histories.repeats, histories.last, histories.age)
    nothing = np.zeros(len(histories))
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            # The package has no types, and need not be there.
            model: Any = getattr(import_module("lifetimes"), fitter)()
            begun = perf_counter()
            model.fit(*told)
            learnt = perf_counter()
            mean = np.asarray(
                model.conditional_expected_number_of_purchases_up_to_time(period, *told), float
            )
            done = perf_counter()
        except ImportError as error:
            return Forecast(name, nothing, only_mean=True, absent=f"it is not installed ({error})")
        # Whatever an old package trips over today: it is a peer's failure, and said as such.
        except Exception as error:  # noqa: BLE001
            return Forecast(
                name, nothing, only_mean=True, absent=f"it failed: {type(error).__name__}: {error}"
            )
    if not np.isfinite(mean).all():
        return Forecast(name, nothing, only_mean=True, absent="it found no finite forecast")
    rate = len(histories) / max(done - learnt, 1e-9)
    note = f"learnt in {learnt - begun:.2f} s; {rate:,.0f} predictions/s"
    return Forecast(name, mean, note=note, only_mean=True)
