"""Consent in words: what somebody agreed to, since when, and who told of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rapport.app.wording.dates import local_time
from rapport.app.wording.table import Table
from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.choices import Consent
from rapport.core.events import BY_HAND, PUBLIC_SOURCES, STAFF, ConsentChanged
from rapport.core.person.consent import changed, counts, email_barrier
from rapport.core.state import ProfileState
from rapport.core.time import Instant, Zone
from rapport.ports.history import Told

MOST_WORDS = 50
"""Words about consent that are read of each profile."""

SOURCES = {
    "shopify": "Shopify",
    "klaviyo": "Klaviyo",
    "segment": "Segment",
    "import": "an order export",
    "web": "the link in a message",
    STAFF: "your own people",
}
METHODS = {
    "form": "a form",
    "checkout": "a checkout",
    "import": "an import",
    "sync": "what it had stored",
    "api": "a program",
    "one_click": "one click in their mail program",
    "preference_page": "the page behind that link",
    BY_HAND: "by hand",
}
DID = {
    "subscribed": "Agreed to {what}{when}",
    "pending": "Asked for {what}{when} and has not confirmed it yet",
    "unsubscribed": "Unsubscribed from {what}{when}",
    "never": "Had not agreed to {what}{when}",
}
_CHANNELS = {"email": "E-mail", "sms": "SMS"}


class Word(Struct, frozen=True):
    """A word about consent, as it was told; `event` is its id."""

    event: str
    at: Instant
    source: str
    said: ConsentChanged

    @property
    def told(self) -> str:
        """By whom and how, such as `Shopify (a checkout)`."""
        who = SOURCES.get(self.source, self.source)
        how = METHODS.get(self.said.method, self.said.method.replace("_", " "))
        return f"{who} ({how})" if how and self.said.method != self.source else who

    @property
    def entry(self) -> str:
        """What an entry of the audit log is about that tells of it; empty where there is none."""
        return self.event.replace(":", " ", 1) if self.source == STAFF else ""


def words_of(kept: Told, brand: str, profiles: Sequence[str]) -> list[Word]:
    """Every word about consent of these profiles, the last ones first."""
    found = [
        Word(event.id, event.at, event.source, event.body)
        for profile in profiles
        for event in kept.told(brand, profile, ("consent_changed",), MOST_WORDS)
        if isinstance(event.body, ConsentChanged)
    ]
    return sorted(found, key=lambda word: -word.at)


def agreed(state: ProfileState, release: Release, words: Sequence[Word]) -> list[str]:
    """What holds now: for what, since when and from where; and whether they may be written to."""
    return [_holds(state.consent, release, words), _may(state, release.brand)]


def _holds(consent: Consent, release: Release, words: Sequence[Word]) -> str:
    if consent.email not in DID:
        return "Nobody has told whether they agreed to e-mail."
    zone = release.brand.zone
    first, last = _since(consent, release, words)
    what = f"{first.said.purpose if first is not None else 'marketing'} by e-mail"
    since = first.at if first is not None else consent.email_at
    when = f" on {local_time(since, zone)}" if since else ""
    said = DID[consent.email].format(what=what, when=when)
    if first is None or last is None:
        return f"{said}."
    again = f"; told again on {local_time(last.at, zone)}" if first.at < last.at else ""
    return f"{said}, told by {first.told}{again}."


def _since(
    consent: Consent, release: Release, words: Sequence[Word]
) -> tuple[Word | None, Word | None]:
    """The word since which it is as it is now, and the last one that said so; None where what is on
    record does not lead there."""
    first = last = None
    now = Consent()
    for word in reversed(words):
        proven = word.source not in PUBLIC_SOURCES
        if word.said.channel != "email" or not counts(word.said, release.brand, proven=proven):
            continue
        after = changed(now, word.said, word.at, release.edition)
        if after is now:
            continue
        first = word if after.email != now.email else first
        last, now = word, after
    same = (now.email, now.email_at) == (consent.email, consent.email_at)
    return (first, last) if same else (None, None)


def _may(state: ProfileState, brand: Brand) -> str:
    barrier = email_barrier(state, brand)
    if barrier:
        return f"Nothing is sent to this person: {barrier}."
    if state.consent.email != "subscribed":
        return f"They may be written to as a customer in {state.country}."
    return "They may be written to."


def consents_table(words: Sequence[Word], zone: Zone) -> Table:
    """Every word, with what the person saw where that is known."""
    rows = [
        (
            local_time(word.at, zone),
            f"{_CHANNELS.get(word.said.channel, word.said.channel)}, {word.said.purpose}: "
            f"{word.said.status}"
            f"{' (confirmed)' if word.said.double_opt_in else ''}",
            f"{word.told}{f' ({word.entry} in the audit log)' if word.entry else ''}",
            word.said.wording,
        )
        for word in words
    ]
    return Table("Every word about consent", ("When", "What", "Told by", "Words seen"), tuple(rows))
