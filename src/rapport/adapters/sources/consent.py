"""Words about consent, as sources repeat them from what they have stored."""

from __future__ import annotations

from rapport.adapters.sources.fields import Fields
from rapport.adapters.sources.times import believed, instant
from rapport.adapters.sources.told import Implied
from rapport.core.events import ConsentChanged, ProfileChanged
from rapport.core.time import Instant

_STATUSES = {
    "subscribed": "subscribed",
    "unsubscribed": "unsubscribed",
    "pending": "pending",
    "redacted": "unsubscribed",
    "opted_in": "subscribed",
    "opted_out": "unsubscribed",
}
"""A state that is not here, such as `not_subscribed`, is the absence of a word."""


def stored_consent(person: Fields, received_at: Instant) -> list[Implied]:
    """What `email_marketing_consent` and `sms_marketing_consent` of a person say.

    Each may be an object in Shopify's shape, a state's name, or true or false.
    """
    found = []
    for channel in ("email", "sms"):
        name = f"{channel}_marketing_consent"
        if person.values.get(name) is None:
            continue
        told = person.child(name)
        state = told.text("state") or person.text(name)
        flag = person.flag(name)
        if flag is not None:
            state = "subscribed" if flag else "unsubscribed"
        status = _STATUSES.get(state.lower())
        if status is None:
            continue
        at = instant(told.first("consent_updated_at"))
        body = ConsentChanged(
            channel=channel,
            status=status,
            method="sync",
            double_opt_in=told.text("opt_in_level") == "confirmed_opt_in",
        )
        found.append(Implied(body, None if at is None else believed(at, received_at)))
    return found


def ticked(channel: str, method: str, at: Instant | None = None) -> Implied:
    """A box that the person ticked; one not ticked says nothing."""
    return Implied(ConsentChanged(channel=channel, status="subscribed", method=method), at)


NO_PROFILING = Implied(ProfileChanged(no_profiling=True))
"""The person objects to being profiled. The opposite lifts nothing, so there is no word for it."""
