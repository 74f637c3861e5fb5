"""A person whom a brand knows, as a preview is for them."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.app.frameworks.preview import Seen
from rapport.app.messages.matter import Matter, matter_of, of_checkout
from rapport.app.wording.languages import language_name
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.desk import Shown
from rapport.core.blueprint import Blueprint, Release
from rapport.core.creative.coverage import points_of
from rapport.core.creative.framework import CART, ORDER, VIEWED, Action
from rapport.core.deciding.subject import OPEN_CART
from rapport.core.effects import Send
from rapport.core.events import CheckoutStarted, Contact
from rapport.core.person.consent import email_barrier
from rapport.core.person.signals import Moment, value_of
from rapport.core.time import Instant
from rapport.errors import UserError
from rapport.ports.history import ReadSide


def somebody(installation: Installation, shown: Shown, brand: str, profile: str) -> Seen:
    """A person whom the brand knows: their first name, their basket and their signals.

    Raises UserError where nobody is known by that id.
    """
    now = installation.clock.now()
    blueprint = installation.blueprint(brand)
    with installation.records.at_one_moment() as records:
        return _seen(records, shown, blueprint, profile, now)


def _seen(
    records: ReadSide, shown: Shown, blueprint: Blueprint, profile: str, now: Instant
) -> Seen:
    brand = blueprint.brand
    states = records.states(brand, [profile])
    if profile not in states:
        raise UserError(
            f"Brand '{brand}' knows nobody by '{profile}'. Name a profile's id, as the console "
            "and `--json` show it."
        )
    contact = records.contact(brand, profile) or Contact()
    matters: dict[str, Matter] = {}
    for row in records.log(brand, profile):
        if isinstance(row.event.body, CheckoutStarted):
            matters[CART] = of_checkout(row.event.body, proven=row.event.proven)
    for send in _sends(shown.release, profile, now):
        about = shown.release.framework(send.framework)
        found = matter_of(records, blueprint, states[profile], send, now)
        if about is not None and found is not None and found.lines:
            matters.setdefault(about.about, found)
    moment = Moment(
        states[profile], now, shown.release, shown.products, blueprint.predictions_at(now)
    )
    names = {CART: "their last basket", VIEWED: "what they looked at", ORDER: "their last order"}
    known = [words for about, words in names.items() if about in matters]
    rest = "; what else there is to write about is invented" if len(known) < len(names) else ""
    reads = f", who reads {language_name(language)}" if (language := contact.language) else ""
    return Seen(
        words=f"Profile {profile[:8]}{reads}{', with ' if known else ''}{', '.join(known)}{rest}",
        contact=contact,
        known=lambda name: value_of(name, moment),
        products=shown.products,
        matters=matters,
        state=states[profile],
        predictions=moment.predictions,
        unreachable=email_barrier(states[profile], shown.release.brand),
        closed_offers=frozenset(blueprint.policy_at(now).closed_offers),
    )


def _sends(release: Release, profile: str, now: Instant) -> Iterator[Send]:
    """A message of each flow, as if it had just been decided: to ask what it would be about."""
    for flow in release.flows:
        for framework in release.frameworks:
            for point in points_of([flow], framework.key)[:1]:
                yield Send(
                    key="preview",
                    profile=profile,
                    flow=flow.key,
                    run=0,
                    point=point,
                    framework=framework.key,
                    release=release.number,
                    decision="preview",
                    action=Action(),
                    at=now,
                    valid_until=now,
                    subject=OPEN_CART if framework.about == CART else "",
                )
