"""The simulated shop's people: who they are, and what nobody sees: their tastes.

Tastes are hidden, but not from nowhere: each leans on something that shows (orders so far, codes
used, categories looked at, device), with noise of its own, so that a good policy can learn them in
part and never wholly.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from msgspec import Struct

from rapport.core.policy.drawing import uniform
from rapport.testing.shop.catalogue import Shelves
from rapport.testing.shop.settings import ShopSettings, stream

LIFE, PAST, PERSON = 1, 2, 3
"""Purposes of a customer's streams of chance: the month, the year before it, who they are."""

FIRST_NAMES = (
    "Ada", "Aisha", "Alex", "Amara", "Ben", "Bryony", "Callum", "Carys", "Chloe", "Daniel",
    "Dev", "Eilidh", "Ella", "Femi", "Freya", "George", "Grace", "Hannah", "Harvey", "Imogen",
    "Isaac", "Jas", "Jonah", "Kate", "Leila", "Lewis", "Maeve", "Marcus", "Megan", "Nadia",
    "Niall", "Olive", "Owen", "Priya", "Rhys", "Rosa", "Samir", "Sophie", "Tomasz", "Zoë",
)  # fmt: skip
LAST_NAMES = (
    "Adeyemi", "Ahmed", "Baker", "Barnes", "Begum", "Campbell", "Chen", "Clarke", "Davies",
    "Evans", "Fletcher", "Gallagher", "Griffiths", "Hughes", "Iqbal", "Jenkins", "Khan", "Lewis",
    "MacLeod", "Mensah", "Morgan", "Murphy", "Nowak", "O'Brien", "Okafor", "Patel", "Price",
    "Reid", "Rossi", "Shaw", "Singh", "Stewart", "Taylor", "Turner", "Walsh", "Ward", "Wood",
)  # fmt: skip


class Place(Struct, frozen=True):
    """Where a customer lives. `offset_hours` is winter time, good enough for when people shop."""

    time_zone: str
    offset_hours: int
    country: str
    city: str
    locale: str


PLACES: tuple[tuple[float, Place], ...] = (
    (0.40, Place("Europe/London", 0, "GB", "London", "en-GB")),
    (0.58, Place("Europe/London", 0, "GB", "Leeds", "en-GB")),
    (0.72, Place("Europe/London", 0, "GB", "Bristol", "en-GB")),
    (0.84, Place("Europe/London", 0, "GB", "Edinburgh", "en-GB")),
    (0.92, Place("Europe/London", 0, "GB", "Cardiff", "en-GB")),
    (0.95, Place("Europe/Dublin", 0, "IE", "Dublin", "en-IE")),
    (0.98, Place("Europe/Paris", 1, "FR", "Lyon", "fr-FR")),
    (1.00, Place("America/New_York", -5, "US", "Boston", "en-US")),
)
"""Shares, added up, of where customers live."""


ANSWERING = 0.35
"""Of the customers, who answer when the shop asks what they like."""


class Taste(Struct, frozen=True):
    """What nobody sees. All between 0 and 1, save `attitude`, `visits` (a day) and `levels`.

    `levels` maps `factor:level` to what that level adds to how well a message fits this person;
    below 0 it puts them off. `interests` are the categories' shares, added up.
    """

    loyalty: float
    thrift: float
    """How much the price decides."""
    curiosity: float
    warmth_to_mail: float
    """How much any message moves them."""
    attitude: float
    """How welcome any message is, around 0."""
    weariness: float
    """How soon messages wear off."""
    visits: float
    interests: tuple[float, ...]
    levels: dict[str, float]


class Customer(Struct, frozen=True):
    """One person, with what the shop knows of them, and their taste."""

    index: int
    id: int
    """The number that the shop's software gave them."""
    user_id: str
    email: str
    first_name: str
    last_name: str
    phone: str
    anonymous_id: str
    device: str
    place: Place
    accepts_marketing: bool
    anonymous: bool
    """Browses without a name until they come to the checkout."""
    is_new: bool
    """Had not ordered before the month began."""
    scanned: bool
    bad_address: bool
    taste: Taste
    answers: dict[str, str] = {}
    """What they told the shop of themselves, when asked."""


def people(settings: ShopSettings, shelves: Shelves) -> tuple[Customer, ...]:
    """All customers, each drawn from a stream of their own."""
    return tuple(_person(settings, shelves, index) for index in range(settings.customers))


def _person(settings: ShopSettings, shelves: Shelves, index: int) -> Customer:
    rng = stream(settings, PERSON, index)
    u: list[float] = rng.random(10).tolist()
    first = FIRST_NAMES[int(u[0] * len(FIRST_NAMES))]
    last = LAST_NAMES[int(u[1] * len(LAST_NAMES))]
    is_new = u[2] < settings.new_share
    on_phone = u[3] < 0.6
    name = f"{first}.{last}".lower().replace("'", "").replace("ë", "e")
    taste = _taste(rng, settings, shelves.dear, is_new=is_new, on_phone=on_phone)
    return Customer(
        index=index,
        id=6_000_000_000 + index * 37,
        user_id=f"u{index + 1:06d}",
        email=f"{name}.{index + 1}@example.{('com', 'org', 'net')[index % 3]}",
        first_name=first,
        last_name=last,
        phone=f"+4479460{index % 100_000:05d}" if u[4] < 0.4 else "",
        anonymous_id=f"{settings.seed:08x}-{index:08x}",
        device="phone" if on_phone else "computer",
        place=next(place for edge, place in PLACES if u[5] < edge),
        accepts_marketing=u[6] < settings.marketing_share,
        anonymous=u[7] < settings.anonymous_share,
        is_new=is_new,
        scanned=u[8] < settings.scanner_share,
        bad_address=u[9] < settings.bad_address_share,
        taste=taste,
        answers=_answers(settings, index, taste),
    )


def _answers(settings: ShopSettings, index: int, taste: Taste) -> dict[str, str]:
    """What those who answer the shop's two questions say; most of them say what is so."""
    if uniform(settings.seed, "answers", index) >= ANSWERING:
        return {}
    sure = uniform(settings.seed, "means it", index) < 0.8
    return {
        "pottery": "classic" if (taste.loyalty > 0.45) == sure else "new",
        "buys": "bargains" if (taste.thrift > 0.45) == sure else "favourites",
    }


def _taste(
    rng: np.random.Generator,
    settings: ShopSettings,
    dear: Sequence[bool],
    *,
    is_new: bool,
    on_phone: bool,
) -> Taste:
    loyalty = float(rng.beta(1.4, 3.2) if is_new else rng.beta(2.2, 2.4))
    thrift = min(max(float(rng.beta(1.6, 1.9)) * (1.25 - 0.6 * loyalty), 0.0), 1.0)
    curiosity = float(rng.beta(2.0, 2.0))
    shares = rng.gamma(0.6, size=len(dear)) + 1e-6
    shares /= shares.sum()
    connoisseur = float(shares[np.array(dear)].sum())
    leanings = {
        "tone:warm": 1.2 * loyalty - 0.6,
        "tone:plain": 0.8 * thrift - 0.3,
        "tone:playful": (0.22 if on_phone else -0.3) + 0.4 * (curiosity - 0.5),
        "tone:expert": 1.0 * connoisseur - 0.6,
        "angle:help": 0.5 * thrift - 0.25,
        "angle:craft": 0.3 * loyalty + 0.3 * connoisseur - 0.3,
        "angle:reassure": 0.2 if is_new else -0.15,
        "visual:hero": 0.1 if on_phone else -0.1,
        "visual:basket": 0.3 * thrift - 0.15,
        "visual:letter": 0.4 * loyalty - 0.2,
        "time:now": 0.2 * curiosity - 0.1,
        "time:later": -0.05,
        "time:evening": -0.1 if on_phone else 0.15,
    }
    noise = rng.normal(0.0, 1.0, len(leanings) + 1).tolist()
    spread = {"tone": 0.16, "angle": 0.1, "visual": 0.08, "time": 0.08}
    return Taste(
        loyalty=loyalty,
        thrift=thrift,
        curiosity=curiosity,
        warmth_to_mail=float(rng.beta(2.5, 2.0)),
        attitude=0.3 * (curiosity - 0.5) + 0.32 * noise[-1],
        weariness=float(rng.beta(2.0, 2.0)),
        visits=settings.sessions_a_day * float(rng.gamma(1.6, 1 / 1.6)) * (0.7 + 0.75 * loyalty),
        interests=tuple(accumulate(shares.tolist())),
        levels={
            key: lean + spread[key.split(":")[0]] * noise[i]
            for i, (key, lean) in enumerate(leanings.items())
        },
    )
