"""What the web edge needs from the rest, handed in by bootstrap; it imports no adapter.

The parsers are those of `rapport.adapters.sources`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes
from typing import Protocol

from msgspec import Struct

from rapport.app.messages.links import Links
from rapport.app.reviewing.review_desk import ReviewDesk
from rapport.core.person.kinds import Kinds
from rapport.core.time import Instant, Zone
from rapport.ports import Clock, Intake, Parsed, Records
from rapport.web.desks import (
    AboutOne,
    AskWriter,
    ExplainDecision,
    FindEmails,
    ReportArms,
    SendTest,
    ShowAuditLog,
    ShowEdited,
    ShowFrameworks,
    ShowKinds,
    ShowNames,
    ShowPeople,
    ShowPolicies,
    ShowPreview,
    ShowReleases,
    ShowSilences,
    StopDesk,
)
from rapport.web.frameworks.rules_counted import ShowRuleCosts
from rapport.web.our_clock import OurClock
from rapport.web.own_files_desk import ChangeOwnFiles
from rapport.web.sessions import Sessions, SessionsInMemory
from rapport.web.standing_still import ShowStandingStill
from rapport.web.strangers import Strangers
from rapport.web.tries import Tries
from rapport.web.voice.showing import ShowVoice


class ParseSegment(Protocol):
    """Reads one Segment call. `endpoint` is track, identify, page, alias, batch, group or screen.

    `default_currency` is the brand's. Raises RefusedInputError where nothing of it can be read.
    """

    def __call__(
        self, endpoint: str, body: bytes, received_at: Instant, *, default_currency: str
    ) -> Parsed: ...


class ParseKlaviyo(Protocol):
    """Reads the body of `POST /api/events`. Raises RefusedInputError where it cannot be read."""

    def __call__(self, body: bytes, received_at: Instant, *, default_currency: str) -> Parsed: ...


class ParseShopify(Protocol):
    """Reads one Shopify webhook. Raises RefusedInputError where it cannot be read."""

    def __call__(
        self,
        topic: str,
        body: bytes,
        received_at: Instant,
        webhook_id: str,
        *,
        default_currency: str,
    ) -> Parsed: ...


class VerifyShopify(Protocol):
    """Whether `header` is the body's signature under one of the secrets, in constant time."""

    def __call__(self, secrets: Sequence[str], body: bytes, header: str) -> bool: ...


class BrandAccess(Struct, frozen=True):
    """One brand as the outside world reaches it, and what its pages show."""

    key: str
    name: str
    currency: str = "GBP"
    shop_url: str = ""
    zone: Zone = Zone()
    language: str = "en"
    segment_keys: tuple[str, ...] = ()
    klaviyo_keys: tuple[str, ...] = ()
    shopify_domains: tuple[str, ...] = ()
    shopify_secrets: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without the keys, so that they cannot end in a log."""
        return f"BrandAccess({self.key!r})"


class CheckReady(Protocol):
    """Why the server cannot take in events just now, in words; empty where it can."""

    def __call__(self) -> str: ...


class CheckFull(Protocol):
    """Why nothing can be saved, where the disk is full or failing, in words; empty where it is not.
    Unlike the answer before, this one waits for nobody who is writing."""

    def __call__(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Services:
    """All of it. Functions that are not `async` may block: they are called in a thread.

    `brands` is by key. `console_token` opens the console; where it is empty, the console is open if
    `only_this_computer` (nobody else can reach the server) and closed to everybody otherwise.
    `secure` says that people reach the server over https. Media are files in `<media>/<brand>/`.
    `session_key` seals the console's cookies: with another one, everybody signs in anew. `sign_ins`
    and `calls` count the tokens that people and programs try, `private_keys` the keys that bring
    events: apart, so that a program with an old token locks nobody out of the console.
    """

    clock: Clock
    intake: Intake
    records: Records
    links: Links
    brands: Mapping[str, BrandAccess]
    parse_segment: ParseSegment
    parse_klaviyo: ParseKlaviyo
    parse_shopify: ParseShopify
    verify_shopify: VerifyShopify
    report: ReportArms
    policies: ShowPolicies
    explain: ExplainDecision
    find_emails: FindEmails
    ready: CheckReady
    full: CheckFull
    media: Path | None = None
    preview: ShowPreview | None = None
    edited: ShowEdited | None = None
    """Previews of what is edited and not published yet."""
    tests: SendTest | None = None
    review: ReviewDesk | None = None
    stops: StopDesk | None = None
    silences: ShowSilences | None = None
    about_one: AboutOne | None = None
    writer: AskWriter | None = None
    frameworks: ShowFrameworks | None = None
    voice: ShowVoice | None = None
    """With `frameworks`, whose book has what there is to read."""
    brand_rules: ChangeOwnFiles | None = None
    """With `frameworks`, likewise."""
    releases: ShowReleases | None = None
    """With `frameworks`, into whose folders words are written back."""
    rule_costs: ShowRuleCosts | None = None
    audit_log: ShowAuditLog | None = None
    people: ShowPeople = lambda _: ()
    names: ShowNames = lambda _: {}
    kinds: ShowKinds = lambda _brand, _profile: Kinds()
    console_token: str = field(default="", repr=False)
    only_this_computer: bool = False
    secure: bool = False
    sessions: Sessions = field(default_factory=SessionsInMemory, repr=False)
    sign_ins: Tries = field(default_factory=Tries, repr=False)
    calls: Tries = field(default_factory=Tries, repr=False)
    private_keys: Tries = field(default_factory=Tries, repr=False)
    strangers: Strangers = field(default_factory=Strangers, repr=False)
    our_clock: OurClock = field(default_factory=OurClock, repr=False)
    standing_still: ShowStandingStill = lambda: None
    session_key: bytes = field(default_factory=lambda: token_bytes(32), repr=False)
