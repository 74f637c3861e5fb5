"""Desks: what the console and the APIs ask of an installation, as pages see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from rapport.app.explaining.came_of_one import CameOf
from rapport.app.explaining.explain import Explanation
from rapport.app.explaining.heard import PAGE as HEARD
from rapport.app.explaining.heard import HeardPage
from rapport.app.explaining.heard import Place as HeardPlace
from rapport.app.explaining.log_page import Asked as AskedOfLog
from rapport.app.explaining.log_page import LogPage, LookedThrough
from rapport.app.explaining.one_person import OnePerson
from rapport.app.explaining.silence_tally import Lately
from rapport.app.explaining.silences import PAGE, Asked, Silence, SilencePage
from rapport.app.frameworks.adopting import Adopted, ToAdopt
from rapport.app.frameworks.editing import Order, Saved
from rapport.app.frameworks.going_back import WrittenBack
from rapport.app.frameworks.own_inbox import Which
from rapport.app.frameworks.preview import Cell, Place, Seen, Wanted
from rapport.app.frameworks.preview_person import ANNA, Whom
from rapport.app.frameworks.proposing import Brief, Proposed
from rapport.app.frameworks.trial import Look, Trial
from rapport.app.measuring.report_table import Worth
from rapport.app.publishing.put_back import Part
from rapport.app.publishing.release_changes import ReleaseChanges
from rapport.app.publishing.releases import Past
from rapport.app.stopping.opting_out import OptedOut
from rapport.app.stopping.retiring import Retirement
from rapport.app.stopping.stops import Done, Standing
from rapport.app.stopping.watching import Verdict
from rapport.app.wording.names import Names
from rapport.app.wording.signal_units import AskedSignal
from rapport.app.wording.table import Table
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.creative.coverage import Coverage
from rapport.core.creative.editing import Begin, Passage
from rapport.core.creative.framework import Framework
from rapport.core.oversight.adoption import Held
from rapport.core.oversight.people import Actor, Person
from rapport.core.oversight.stopping import Stop, Switch
from rapport.core.person.kinds import Kinds
from rapport.core.text.line_diff import Hunk
from rapport.ports.brand_files import FrameworkFile


class ReportArms(Protocol):
    """What the messages of a brand were worth, arm by arm: one table a flow."""

    def __call__(self, brand: str) -> Worth: ...


class ShowPolicies(Protocol):
    """Which policies hold, held or wait, and what they say: a table for each."""

    def __call__(self, brand: str) -> Sequence[Table]: ...


class ExplainDecision(Protocol):
    """Why a decision came out as it did; None where there is no such decision."""

    def __call__(self, brand: str, decision: str) -> Explanation | None: ...


class ShowPreview(Protocol):
    """What the frameworks of a brand can say, for a person made up or one whom the brand knows.
    `framework` is one's key. Raises UserError where nobody is known by the id of a profile."""

    def frameworks(self, brand: str) -> Sequence[Framework]: ...

    def offers(self, brand: str) -> Mapping[str, str]:
        """What people call each offer, by its key."""
        ...

    def usual(self, brand: str) -> str:
        """The language that the brand speaks."""
        ...

    def places(self, brand: str, framework: str) -> list[Place]: ...

    def asks(self, brand: str, framework: str) -> Sequence[AskedSignal]:
        """The signals that the framework's rules and offers ask for."""
        ...

    def whom(self, brand: str, whom: Whom) -> Seen: ...

    def cells(
        self, brand: str, framework: str, wanted: Wanted, whom: Whom = ANNA
    ) -> Iterator[Cell]: ...

    def file(self, brand: str, framework: str, whom: Whom = ANNA) -> bytes:
        """All of it, as one file that opens anywhere."""
        ...


class ShowEdited(ShowPreview, Protocol):
    """The same of a folder that is edited and not published yet."""

    def tried(self, brand: str, framework: str, trial: Trial) -> Look:
        """A message with words that somebody is typing. Raises RapportError where it cannot be
        written."""
        ...


class SendTest(Protocol):
    """Sends one message of a preview to an address that somebody typed, and returns the file that
    it is in, empty where a mail server has it; see `rapport.app.frameworks.own_inbox`. Raises
    UserError where it is not sent."""

    def send(
        self,
        brand: str,
        which: Which,
        address: str,
        *,
        actor: Actor | None = None,
        by: str = "",
    ) -> str: ...


class AskWriter(Protocol):
    """Asks the language model that is set, `model`, for words from a brief; see
    `rapport.app.frameworks.proposing`. It may take a minute or two."""

    @property
    def model(self) -> str: ...

    def frameworks(self, brand: str) -> Sequence[Framework]: ...

    def points(self, brand: str) -> Mapping[str, Sequence[str]]:
        """The points of flows that each framework speaks at, by the framework's key."""
        ...

    def offers(self, brand: str) -> Mapping[str, str]:
        """What people call each offer, by its key."""
        ...

    def propose(self, brand: str, brief: Brief, actor: Actor) -> Proposed: ...

    def usage(self, brand: str) -> Table:
        """How it was used today."""
        ...


class Book(Struct, frozen=True):
    """A brand's frameworks as they stand: in its folder, or else as they are published.

    `mistakes` are those of the folder; where it cannot be read at all, `content` is what is
    published. `states` says of each framework how it differs from that: `as published`, `edited`,
    `new` or `gone`. `read_only` says why nothing can be changed, and is empty where it can.
    `warnings` say what would be lost by publishing the folder.
    """

    content: BrandFolder
    mistakes: tuple[str, ...]
    states: Mapping[str, str]
    release: int
    """The number of what is published."""
    read_only: str
    warnings: tuple[str, ...] = ()


class Start(Struct, frozen=True):
    """What a new framework may be made of, with the points that flows have for it. `library` says
    that it is not the brand's own."""

    framework: Framework
    points: tuple[str, ...]
    library: bool


class ShowFrameworks(Protocol):
    """Frameworks to read, change and publish; see `rapport.app.frameworks.editing` and
    `rapport.app.publishing.release_changes` for what may be raised."""

    def book(self, brand: str) -> Book: ...

    def coverage(self, brand: str) -> Mapping[str, Coverage]: ...

    def borrowed(self, brand: str) -> Sequence[str]:
        """What still is the example's; see `rapport.app.frameworks.borrowed`."""
        ...

    def open(self, brand: str, framework: str) -> FrameworkFile | None: ...

    def became(self, file: FrameworkFile, passage: str) -> Passage | None:
        """What words are now that somebody saw in this file once, as far as that is known."""
        ...

    def check(self, brand: str, order: Order, actor: Actor) -> None: ...

    def save(self, brand: str, order: Order, actor: Actor) -> Saved: ...

    def starts(self, brand: str) -> Sequence[Start]: ...

    def begin(
        self, brand: str, begin: Begin, actor: Actor, *, only_check: bool = False
    ) -> Saved: ...

    def begun(self, brand: str, begin: Begin) -> tuple[str, str]:
        """The file that a new framework would be, and its text."""
        ...

    def to_adopt(self, brand: str) -> Sequence[ToAdopt]: ...

    def count_to_adopt(self, brand: str) -> int: ...

    def adoption_changes(
        self, brand: str, chosen: Sequence[ToAdopt]
    ) -> Sequence[tuple[str, tuple[Hunk, ...]]]: ...

    def adopt(
        self, brand: str, drafts: Collection[str], actor: Actor, *, only_check: bool = False
    ) -> Adopted: ...

    def adoptions_held(self, brand: str, drafts: Collection[str]) -> Sequence[Held]: ...

    def changes(self, brand: str) -> ReleaseChanges: ...

    def proposer(self, brand: str) -> str: ...

    def publish(self, brand: str, actor: Actor, seen: str) -> Release: ...


class OneRelease(Struct, frozen=True):
    """A release as its page shows it: what it says, what it `changed` beside the one before it, and
    what its words would change in the folder. `seen` is a digest of both, empty where there is no
    folder, or it has mistakes."""

    past: Past
    content: BrandFolder
    changed: ReleaseChanges
    back: ReleaseChanges
    seen: str


class ShowReleases(Protocol):
    """What was published, release by release, and the way back to its words; see
    `rapport.app.frameworks.going_back` for what may be raised."""

    def releases(self, brand: str) -> Sequence[Past]:
        """All of them, the newest first."""
        ...

    def release(self, brand: str, number: int) -> OneRelease | None: ...

    def parts(self, brand: str, changes: ReleaseChanges, number: int) -> Mapping[str, Part]:
        """Every part of differences from a release that can be put back as it has it, by id."""
        ...

    def put_back(
        self,
        brand: str,
        number: int,
        part: str,
        actor: Actor,
        seen: str,
        *,
        only_check: bool = False,
    ) -> WrittenBack: ...


class ShowAuditLog(Protocol):
    """What people in charge did; see `rapport.app.explaining.log_page`."""

    def entries(self, brand: str, asked: AskedOfLog) -> LogPage: ...

    def look_through(self, brand: str) -> LookedThrough:
        """Whether all of it is as it was made. Raises TemporaryError where that cannot be told just
        now."""
        ...


class ShowSilences(Protocol):
    """Decisions to say nothing; see `rapport.app.explaining.silences`."""

    def silences(self, brand: str, asked: Asked, most: int = PAGE) -> SilencePage: ...

    def silence(self, brand: str, decision: str) -> Silence | None: ...

    def lately(self, brand: str) -> Lately:
        """Why nothing was said in the last seven days."""
        ...


class AboutOne(Protocol):
    """One person: found by an address or a profile's id, told of, and opted out by hand, which
    raises UserError where it cannot be done; see `rapport.app.explaining.one_person`, `.heard`,
    `.came_of_one` and `rapport.app.stopping.opting_out`."""

    def find(self, brand: str, typed: str) -> str:
        """The profile of whoever is known by it; empty where nobody is."""
        ...

    def person(self, brand: str, profile: str) -> OnePerson | None: ...

    def heard(
        self, brand: str, profile: str, before: HeardPlace | None = None, most: int = HEARD
    ) -> HeardPage: ...

    def came_of(self, brand: str, decision: str, status: str = "", whose: str = "") -> CameOf: ...

    def opt_out(
        self,
        brand: str,
        profile: str,
        who: str,
        why: str,
        *,
        actor: Actor | None = None,
        saw: Mapping[str, str] | None = None,
    ) -> OptedOut: ...


class FindEmails(Protocol):
    """E-mail addresses of profiles, by profile id, where known. The console shows them masked."""

    def __call__(self, brand: str, profiles: Sequence[str]) -> Mapping[str, str]: ...


class ShowPeople(Protocol):
    """Who is in charge of a brand. Where it is nobody, the console's owner is."""

    def __call__(self, brand: str, /) -> Sequence[Person]: ...


class StopDesk(Protocol):
    """What is stopped of a brand, and the switches. Stopping and resuming raise UserError where it
    cannot be done; see `rapport.app.stopping.stops`."""

    def switches(self, brand: str) -> Sequence[Switch]: ...

    def stops(self, brand: str) -> Sequence[Stop]:
        """What `standing` has, without counting what it holds back."""
        ...

    def standing(self, brand: str) -> Sequence[Standing]: ...

    def past(self, brand: str) -> Sequence[Stop]: ...

    def watched(self, brand: str) -> Sequence[Verdict]: ...

    def outbox(self, brand: str) -> Mapping[str, int]:
        """How many of a brand's messages are `waiting`, and how many `sending`."""
        ...

    def mail_held(self, brand: str) -> str: ...

    def retired(self, brand: str) -> Release | None: ...

    def retire(
        self,
        brand: str,
        who: str,
        why: str,
        *,
        back: bool = False,
        actor: Actor | None = None,
        saw: Mapping[str, str] | None = None,
    ) -> Retirement: ...

    def stop(
        self,
        brand: str,
        switch: Switch,
        who: str,
        why: str,
        *,
        actor: Actor | None = None,
        saw: Mapping[str, str] | None = None,
    ) -> Done: ...

    def resume(
        self,
        brand: str,
        switch: Switch,
        who: str,
        why: str,
        *,
        actor: Actor | None = None,
        shown: str = "",
        saw: Mapping[str, str] | None = None,
    ) -> Done: ...


class ShowNames(Protocol):
    """What people call the flows and frameworks of a brand."""

    def __call__(self, brand: str, /) -> Names: ...


class ShowKinds(Protocol):
    """The kinds of messages that a person may decline."""

    def __call__(self, brand: str, profile: str, /) -> Kinds: ...
