"""Publishing: a brand's folder, its catalogue or a policy becomes a numbered part of the blueprint.

What is published holds from `since` on, in event time. A host passes its watermark, so that nothing
that was decided already could have been decided otherwise.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from rapport.app.evidence.intent_prior import NOTE, shipped_intent
from rapport.app.evidence.learn import FAMILY, FAMILY_SWITCH, first_policy
from rapport.app.in_charge.audit_log import note
from rapport.app.publishing.publications import published
from rapport.core.blueprint import Blueprint, BrandFolder, Release
from rapport.core.catalogue import Catalogue, Product
from rapport.core.editions import EDITION
from rapport.core.oversight.audit import Deed
from rapport.core.person.intent import IntentModel
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel
from rapport.core.time import Instant
from rapport.ports import Transaction


def started_by(content: BrandFolder, triggers: Collection[str]) -> BrandFolder:
    """The same brand with those flows only that one of `triggers` starts, and their frameworks: for
    what is about one kind of flow, such as a rehearsal."""
    flows = tuple(flow for flow in content.flows if flow.trigger in triggers)
    used = {point.framework for flow in flows for point in flow.points}
    frameworks = tuple(one for one in content.frameworks if one.key in used)
    return replace(content, flows=flows, frameworks=frameworks)


def publish_release(transaction: Transaction, content: BrandFolder, since: Instant) -> Release:
    """Publishes what a brand wrote, unless it is what is published already. Returns what holds."""
    brand = content.brand.key
    before = transaction.blueprint(brand)
    release = next_release(before, content, since)
    if before is None:
        transaction.publish(brand, first_policy(release, since))
        transaction.turn(brand, FAMILY_SWITCH, FAMILY)
    elif release is before.releases[-1]:
        return release
    transaction.publish(brand, release)
    if before is None or not before.predictions:
        first = Predictions(0, since, shipped_intent(), note=NOTE)
        transaction.publish(brand, first)
    return release


def as_release(content: BrandFolder) -> Release:
    """What a folder says, as if it had been published: to look at, with no number of its own."""
    return Release(
        number=0,
        since=0,
        brand=content.brand,
        offers=content.offers,
        frameworks=content.frameworks,
        flows=content.flows,
        rules=content.rules,
        voice=content.voice,
        claims=content.claims,
        edition=EDITION,
    )


def next_release(before: Blueprint | None, content: BrandFolder, since: Instant) -> Release:
    """The release that publishing `content` would make: the very one that holds, if they say the
    same."""
    latest = before.releases[-1] if before else None
    release = replace(
        as_release(content),
        number=latest.number + 1 if latest else 1,
        since=max(since, latest.since) if latest else since,
    )
    if latest and replace(release, number=latest.number, since=latest.since) == latest:
        return latest
    return release


def publish_catalogue(
    transaction: Transaction, brand: str, products: dict[str, Product], since: Instant
) -> Catalogue:
    """Publishes the shop's products as they now stand, unless nothing changed."""
    before = published(transaction, brand)
    if before.catalogues and before.catalogues[-1].products == products:
        return before.catalogues[-1]
    number = before.catalogues[-1].number + 1 if before.catalogues else 1
    if before.catalogues:
        since = max(since, before.catalogues[-1].since)
    catalogue = Catalogue(number, since, products)
    transaction.publish(brand, catalogue)
    return catalogue


def publish_predictions(
    transaction: Transaction,
    brand: str,
    since: Instant,
    about: str,
    *,
    by: str,
    intent: IntentModel | None = None,
    rhythm: RhythmModel | None = None,
) -> Predictions:
    """Publishes what was learnt anew of people's next steps, and enters it in the audit log; a
    model that is not given stays as it was. `about` says what it is, `by` who did it."""
    history = published(transaction, brand).predictions
    before = history[-1] if history else Predictions(0, since)
    predictions = Predictions(
        before.number + 1,
        max(since, before.since),
        intent if intent is not None else before.intent,
        rhythm if rhythm is not None else before.rhythm,
        about,
    )
    transaction.publish(brand, predictions)
    deed = Deed(by, "published", f"predictions {predictions.number}", about)
    note(transaction, brand, predictions.since, deed)
    return predictions
