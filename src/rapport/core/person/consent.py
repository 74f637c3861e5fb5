"""Consent: what a word about it changes, and whether a person may be written to.

Basis: GDPR Art. 7, ePrivacy. An opt-out holds at once and is lifted only by the person's own fresh
act: a ticked box that a shop passes on with each checkout, or an import, is not one. Word of a
consent that anybody could have sent (`rapport.core.events.PUBLIC_SOURCES`) changes nothing, unless
the brand trusts it; a withdrawal always counts, whoever tells of it.
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.choices import Consent
from rapport.core.editions import TOLD_IN_ANY_ORDER
from rapport.core.events import ConsentChanged
from rapport.core.person.declined import together
from rapport.core.state import ProfileState
from rapport.core.time import Instant

CHANNELS = ("email", "sms")
STATUSES = ("subscribed", "pending", "unsubscribed", "never")
ASKING = ("subscribed", "pending")

REFUSED = ("unsubscribed", "never")

PASSED_ON = ("checkout", "import", "sync")
"""Ways of telling that repeat what a system has stored, and so never lift an opt-out."""


def changed(consent: Consent, word: ConsentChanged, at: Instant, edition: int) -> Consent:
    """The consent after `word`; the same object where it changes nothing. `edition` is that of the
    release that it was heard under."""
    if word.channel == "email":
        now, since, asked_at = consent.email, consent.email_at, consent.email_asked_at
    elif word.channel == "sms":
        now, since, asked_at = consent.sms, consent.sms_at, consent.sms_asked_at
    else:
        return consent
    if word.status not in STATUSES:
        return consent
    withdrawal = word.status == "unsubscribed"
    asks = word.status in ASKING and word.method not in PASSED_ON
    stale = at == since and not withdrawal and bool(now)
    # A withdrawal told late still holds, unless the person asked for messages after it.
    if stale or at < (asked_at if withdrawal and now != "unsubscribed" else since):
        asked_late = asks and at > asked_at and edition >= TOLD_IN_ANY_ORDER
        return _asked_at(consent, word.channel, at) if asked_late else consent
    lifting = now == "unsubscribed" and not withdrawal
    if lifting and (word.method in PASSED_ON or word.status == "never"):
        return consent
    if word.status == "never" and now == "subscribed" and word.method in PASSED_ON:
        return consent
    if asks:
        asked_at = at
    if word.channel == "sms":
        return replace(consent, sms=word.status, sms_at=at, sms_asked_at=asked_at)
    fresh = word.status == "subscribed" and word.double_opt_in and word.method not in PASSED_ON
    return replace(
        consent,
        email=word.status,
        email_at=at,
        email_asked_at=asked_at,
        complained=consent.complained and not fresh,
    )


def _asked_at(consent: Consent, channel: str, at: Instant) -> Consent:
    if channel == "sms":
        return replace(consent, sms_asked_at=at)
    return replace(consent, email_asked_at=at)


def counts(word: ConsentChanged, brand: Brand, *, proven: bool) -> bool:
    """Whether a word about consent may change it; it goes into the ledger either way."""
    return proven or brand.trust_browser_consent or word.status in REFUSED


def merged(mine: Consent, theirs: Consent, release: Release) -> Consent:
    """One person's consent from two profiles': the later word holds, every stop stays.

    An opt-out of one ends only where the person asked for messages after it, as the other.
    """
    email = _later(
        (mine.email_at, mine.email, mine.email_asked_at),
        (theirs.email_at, theirs.email, theirs.email_asked_at),
    )
    sms = _later(
        (mine.sms_at, mine.sms, mine.sms_asked_at),
        (theirs.sms_at, theirs.sms, theirs.sms_asked_at),
    )
    return replace(
        together(mine, theirs, release),
        email=email[1],
        email_at=email[0],
        email_asked_at=email[2],
        sms=sms[1],
        sms_at=sms[0],
        sms_asked_at=sms[2],
        bounced=mine.bounced or theirs.bounced,
        bounced_at=max(mine.bounced_at, theirs.bounced_at),
        complained=mine.complained or theirs.complained,
    )


def as_if_left(consent: Consent, at: Instant) -> Consent:
    """The consent of somebody of whom it cannot be known whether they had opted out by then: as if
    they had, of everything that `CHANNELS` names and of being profiled."""
    for channel in CHANNELS:
        consent = changed(consent, ConsentChanged(channel, "unsubscribed"), at, TOLD_IN_ANY_ORDER)
    return replace(consent, no_profiling=True, profiling_at=max(consent.profiling_at, at))


def _later(
    mine: tuple[Instant, str, Instant], theirs: tuple[Instant, str, Instant]
) -> tuple[Instant, str, Instant]:
    """Of two words, each with when it was said and when the person last asked: the one that holds.

    A word on nothing never holds against one that was said.
    """
    asked_at = max(mine[2], theirs[2])
    stops = [word for word in (mine, theirs) if word[1] == "unsubscribed" and word[0] >= asked_at]
    said = [word for word in (mine, theirs) if word[1]]
    at, status, _ = max(stops or said or [mine])
    return at, status, asked_at


def objects(before: Consent, after: Consent) -> bool:
    """Whether somebody declined something that was open to us, or an address was found dead."""
    return (
        (after.bounced and not before.bounced)
        or (after.complained and not before.complained)
        or (after.no_profiling and not before.no_profiling)
        or not set(after.declined_topics) <= set(before.declined_topics)
        or any(
            then != now and (now == "unsubscribed" or (now == "never" and then in ASKING))
            for then, now in ((before.email, after.email), (before.sms, after.sms))
        )
    )


def email_barrier(state: ProfileState, brand: Brand) -> str:
    """Why marketing e-mail may not be sent to this person; empty where it may."""
    consent = state.consent
    if not state.has_email:
        return "no e-mail address"
    if consent.bounced:
        return "address bounced"
    if consent.complained:
        return "complained of spam"
    if consent.email == "subscribed":
        return ""
    if consent.email in ("unsubscribed", "pending", "never"):
        return {"pending": "consent not confirmed", "never": "no consent"}.get(
            consent.email, "unsubscribed"
        )
    customer = state.orders.proven or (brand.trust_browser_consent and state.orders.count > 0)
    if customer and state.country in brand.soft_opt_in_countries:
        return ""
    return "no consent"
