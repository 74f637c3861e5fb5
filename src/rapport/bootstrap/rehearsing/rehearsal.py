"""A whole rehearsal in one call: a home folder, a brand, a made-up shop, its year and its month."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import msgspec

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.mail.eml_folder import EmlFolder
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.desks.rhythms import publish_rhythm, rhythm_of
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.rehearsing.hindsight import look_back
from rapport.bootstrap.rehearsing.simulation import (
    Progress,
    ShopPost,
    Simulated,
    Simulation,
    shop_products,
)
from rapport.core.brand import Brand
from rapport.core.codec import decode_decision
from rapport.core.decision import CONTENT_STAGE, Decision
from rapport.core.flow import Flow
from rapport.errors import UserError
from rapport.settings import Settings
from rapport.testing.shop import Possible, ShopSettings, SimulatedShop
from rapport.testing.shop.history import YEAR

SHOP_DOMAIN = "alder-and-clay.myshopify.com"
REHEARSED = ("checkout_started",)
"""Triggers of the flows that a rehearsal runs. What made-up customers do about a message is known
for checkouts that they left; what they would do about a letter of welcome nobody has made up."""

WHY_LEFT_OUT = (
    "What made-up people do about a message is known for checkouts that they left, and for nothing "
    "else: any figure about a basket, a visit or a welcome would be invented."
)

KEY = "rehearsal-key"
"""Opens the rehearsal's own intake, on this computer and for made-up customers only."""


class Rehearsal:
    """What there is after a rehearsal. Close the installation when done."""

    def __init__(
        self,
        installation: Installation,
        brand: Brand,
        shop: SimulatedShop,
        history_orders: int,
        simulated: Simulated,
        days: int,
        left_out: Sequence[Flow] = (),
    ) -> None:
        self.installation = installation
        self.brand = brand
        self.shop = shop
        self.history_orders = history_orders
        self.simulated = simulated
        self.days = days
        self.left_out = left_out
        """Flows of the brand that took no part."""

    def figures(self) -> dict[str, object]:
        """What the rehearsal came to, ready for JSON."""
        return {
            "simulated": self.simulated,
            "hindsight": self.hindsight(),
            "report": self.installation.readings.report(self.brand.key),
            "left_out": [
                {"flow": one.key, "name": one.name, "trigger": one.trigger} for one in self.left_out
            ],
        }

    def decisions(self) -> list[Decision]:
        """Every decision of the brand, in the order in which they were made."""
        stored = self.installation.records.all_decisions(self.brand.key)
        return [decode_decision(one) for one in stored]

    def hindsight(self) -> list[Possible]:
        """What the policy's decisions earned of what was possible, under the known truth: for each
        third of them, in the order in which they were made. Empty where there were too few."""
        return self._hindsight

    @cached_property
    def _hindsight(self) -> list[Possible]:
        emails = self.installation.records

        def email_of(profile: str) -> str:
            contact = emails.contact(self.brand.key, profile)
            return (contact.email if contact else "") or ""

        release = self.installation.blueprint(self.brand.key).releases[-1]
        made = [d for d in self.decisions() if d.stage == CONTENT_STAGE and d.draws]
        size = len(made) // 3
        thirds = [made[:size], made[size:-size], made[-size:]] if size else []
        return [look_back(self.shop.truth, third, release, email_of) for third in thirds]


def rehearse(
    settings: Settings,
    shop_settings: ShopSettings,
    progress: Progress,
    brand_folder: Path | None,
    triggers: Collection[str] | None = REHEARSED,
) -> Rehearsal:
    """Runs a shop's month against a fresh installation in `settings.home`.

    `brand_folder` is the brand to rehearse with; the example brand where it is None. Its flows that
    none of `triggers` starts take no part; with None all do, and nothing is known of what messages
    about more than checkouts are worth. Raises UserError where none of its flows would take part.
    """
    clock = TurnedClock(shop_settings.start)
    # A rehearsal that the machine's end cuts short is held again: nothing waits for the disk.
    post = ShopPost(EmlFolder(settings.home / "outgoing", clock, lasting=False), clock)
    first = Installation(settings, clock, post, lasting=False)
    folder = brand_folder or first.copy_example()
    try:
        left_out = _left_out(folder, triggers)
    except BaseException:
        first.close()
        raise
    # It holds for the orders of the year before, too.
    release = first.publish(folder, since=shop_settings.start - 2 * YEAR, triggers=triggers)
    brand = release.brand
    first.close()

    # The brand's keys are known only now; the installation is opened again with them.
    settings = replace(
        settings,
        segment_keys={brand.key: (KEY,)},
        klaviyo_keys={brand.key: (KEY,)},
        shopify_shops={brand.key: (SHOP_DOMAIN,)},
        shopify_secrets={brand.key: (KEY,)},
    )
    installation = Installation(settings, clock, post, lasting=False)
    products = shop_products(dict(installation.blueprint(brand.key).products_at(clock.now())))
    shop = SimulatedShop(
        msgspec.structs.replace(
            shop_settings,
            shop_domain=SHOP_DOMAIN,
            shop_url=brand.shop_url,
            shopify_secret=KEY,
            segment_write_key=KEY,
            klaviyo_key=KEY,
            currency=brand.currency,
        ),
        products,
        release.offers,
    )
    post.shop = shop
    simulation = Simulation(installation, shop, clock, brand.key)
    progress(0.0, "Loading the orders of the year before")
    history_orders = simulation.load_history(settings.home)
    progress(0.0, "Learning how often people order")
    publish_rhythm(installation, rhythm_of(installation, brand.key))
    progress(0.0, f"Replaying {shop_settings.days} days")
    simulated = asyncio.run(simulation.run(shop_settings, progress))
    return Rehearsal(
        installation, brand, shop, history_orders, simulated, shop_settings.days, left_out
    )


def _left_out(folder: Path, triggers: Collection[str] | None) -> list[Flow]:
    """The flows that would take no part. Raises UserError where that is all of them, and
    BrandFolderError with every mistake in the folder."""
    if triggers is None:
        return []
    flows = read_brand_folder(folder).flows
    left_out = [flow for flow in flows if flow.trigger not in triggers]
    if len(left_out) == len(flows):
        raise UserError(nothing_to_rehearse(left_out))
    return left_out


def nothing_to_rehearse(flows: Sequence[Flow]) -> str:
    """Why a brand cannot be rehearsed, and what there is instead."""
    begins, them = ("begins", "it") if len(flows) == 1 else ("begin", "them")
    return (
        f"There is nothing to rehearse: {in_a_row(flows)} {begins} with something other than a "
        f"checkout. {WHY_LEFT_OUT} Try {them} without a made-up shop: `rapport preview` shows "
        "every message, and once Rapport has heard from your shop, "
        f"`rapport backtest {flows[0].key}` goes through what happened there. A flow "
        f"that starts with `{REHEARSED[0]}` can be rehearsed."
    )


def in_a_row(flows: Sequence[Flow]) -> str:
    """Their names, and what starts each."""
    named = [f"‘{flow.name}’ ({flow.trigger})" for flow in flows]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
