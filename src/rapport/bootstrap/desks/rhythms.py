"""The order rhythm of an installation's brand: told, and published for decisions to know."""

from __future__ import annotations

from rapport.app.learning.rhythm import OrderRhythm, about_rhythm, model_of, order_rhythm
from rapport.bootstrap.installation import Installation
from rapport.core.person.predictions import Predictions
from rapport.core.time import DAY
from rapport.science.unavailable import Unavailable


def rhythm_of(installation: Installation, brand: str, day: int | None = None) -> OrderRhythm:
    """The brand's rhythm as it stood at the end of `day` (since 1970, UTC; today where None)."""
    as_of = installation.clock.now() // DAY if day is None else day
    currency = installation.blueprint(brand).releases[-1].brand.currency
    rows = installation.records.order_days(brand, (as_of + 1) * DAY)
    return order_rhythm(brand, currency, rows, as_of)


def publish_rhythm(installation: Installation, told: OrderRhythm) -> Predictions | Unavailable:
    """Lets decisions know of it from now on; what else was predicted stays. Where there is no
    rhythm nothing changes."""
    model = model_of(told)
    if isinstance(model, Unavailable):
        return model
    return installation.publish_predictions(told.brand, about_rhythm(model), rhythm=model)
