"""Consent: what a word about it changes, and whether a person may be written to.

Basis: GDPR Art. 7, ePrivacy. An opt-out holds at once and is lifted only by the person's own fresh
act: a ticked box that a shop passes on with each checkout, or an import, is not one.
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.blueprint import Brand
from rapport.core.events import ConsentChanged
from rapport.core.state import Consent, ProfileState
from rapport.core.time import Instant

CHANNELS = ("email", "sms")
STATUSES = ("subscribed", "pending", "unsubscribed", "never")

PASSED_ON = ("checkout", "import", "sync")
"""Ways of telling that repeat what a system has stored, and so never lift an opt-out."""


def changed(consent: Consent, word: ConsentChanged, at: Instant) -> Consent:
    """The consent after `word`; the same object where it changes nothing."""
    if word.channel == "email":
        now, since = consent.email, consent.email_at
    elif word.channel == "sms":
        now, since = consent.sms, consent.sms_at
    else:
        return consent
    if word.status not in STATUSES:
        return consent
    withdrawal = word.status == "unsubscribed"
    if at < since or (at == since and not withdrawal and now):
        return consent
    lifting = now == "unsubscribed" and not withdrawal
    if lifting and (word.method in PASSED_ON or word.status == "never"):
        return consent
    if word.status == "never" and now == "subscribed" and word.method in PASSED_ON:
        return consent
    if word.channel == "sms":
        return replace(consent, sms=word.status, sms_at=at)
    fresh = word.status == "subscribed" and word.double_opt_in
    return replace(
        consent,
        email=word.status,
        email_at=at,
        complained=consent.complained and not fresh,
    )


def merged(mine: Consent, theirs: Consent) -> Consent:
    """One person's consent from two profiles': the later word holds, every stop stays."""
    email = max((mine.email_at, mine.email), (theirs.email_at, theirs.email))
    sms = max((mine.sms_at, mine.sms), (theirs.sms_at, theirs.sms))
    return Consent(
        email=email[1],
        email_at=email[0],
        sms=sms[1],
        sms_at=sms[0],
        bounced=mine.bounced or theirs.bounced,
        complained=mine.complained or theirs.complained,
        no_profiling=mine.no_profiling or theirs.no_profiling,
        declined_topics=tuple(sorted({*mine.declined_topics, *theirs.declined_topics})),
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
    if state.orders.count > 0 and state.country in brand.soft_opt_in_countries:
        return ""
    return "no consent"
