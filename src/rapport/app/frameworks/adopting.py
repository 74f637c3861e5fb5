"""Taking proposals that people approved into a brand's files, in the console and at the terminal.

A draft never changes, so whoever names one names the words that they saw. Entries are added to what
the file is by then, under the same lock, checks and log as any other change.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.frameworks.adoption_checks import AdoptionChecks, in_words
from rapport.app.frameworks.described import Described, described, name_of
from rapport.app.frameworks.editing import Editing, Told
from rapport.app.frameworks.proposing import approved_proposals, provenance
from rapport.app.wording.names import begun
from rapport.app.writer.standards import banned
from rapport.core.blueprint import BrandFolder
from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.coverage import moments_at, possible_at
from rapport.core.creative.draft import USABLE, KeptDraft
from rapport.core.creative.echoes import echoes
from rapport.core.creative.message import Finding
from rapport.core.creative.seconds import (
    come_second,
    go_second,
    if_together,
    in_a_sentence,
    proposed_blocks,
)
from rapport.core.oversight.adoption import Held
from rapport.core.oversight.people import Actor
from rapport.core.text.line_diff import Hunk, changed_lines
from rapport.core.time import SECOND, Instant, Zone
from rapport.errors import ConflictError, UserError
from rapport.ports import Drafts, Transaction
from rapport.ports.brand_files import Adoption, BrandFiles

NOT_THESE = (
    "Not all of these wait to be taken in: somebody did that already or took them back, or they "
    "are not approved. Nothing was done: look again."
)
MOST_SHOWN = 60
"""Characters of words that are named."""


class NoLongerWaitingError(ConflictError):
    """What was to be taken in does not wait for that, or not any more."""


class Source(Struct, frozen=True):
    """Of which brand, with the frameworks that are published, its time zone, what its products are
    called, and when it is."""

    brand: str
    frameworks: tuple[str, ...]
    zone: Zone
    titles: tuple[str, ...] = ()
    now: Instant = 0


class ToAdopt(Struct, frozen=True):
    """An approved proposal that the files don't have yet, and where its words come from. `new` are
    the levels that it brings along, as factor and key. `wrong` says why it cannot be taken in, and
    `findings` what the checks say against its words by now: each alone keeps it out. Words that
    come `second` are for whoever had those that are approved there already; those that are
    `second_together` come second where what waits before them is taken in as well. `describes` is
    what a new level is described by, and `name_alone` says why that is no more than its name."""

    kept: KeptDraft
    by: str
    new: tuple[tuple[str, str], ...] = ()
    wrong: str = ""
    findings: tuple[Finding, ...] = ()
    second: bool = False
    second_together: bool = False
    describes: str = ""
    name_alone: str = ""

    @property
    def who_gets_them(self) -> str:
        """In a sentence, where they come second or may."""
        slots = tuple(self.kept.draft.slots)
        if self.second:
            return in_a_sentence(slots)
        return if_together(slots) if self.second_together else ""

    @property
    def by_whom(self) -> str:
        """The same, without the draft's id, for a page."""
        return self.by.removesuffix(f" (draft {self.kept.draft.id})")

    @property
    def fit(self) -> bool:
        return not self.wrong and not self.findings

    @property
    def needs(self) -> tuple[str, ...]:
        """What keeps it out, in sentences."""
        return (self.wrong,) if self.wrong else tuple(in_words(one) for one in self.findings)


class Adopted(Struct, frozen=True):
    """What was taken in, and the files that changed; what could not be, with what it needs. `told`
    says of words that come second who gets them, and of each new tone or angle where it has no
    words of its own yet."""

    drafts: tuple[str, ...]
    files: tuple[str, ...]
    held: tuple[Held, ...] = ()
    told: tuple[str, ...] = ()


class UnfitError(UserError):
    """Approved words break a rule by now. `held` are those, with every finding in words."""

    def __init__(self, unfit: Sequence[ToAdopt]) -> None:
        self.held = tuple(Held(one.kept.draft.id, one.needs) for one in unfit)
        self.unfit = tuple(unfit)
        said = [f"“{_begins(one.kept)}”: {' '.join(one.needs)}" for one in unfit]
        super().__init__(
            "Nothing was taken in. These words were approved, and the checks stop them by now. "
            f"{' '.join(said)} Take them back, or ask for other words."
        )


class Adopting:
    """The use case. `of` gives a brand's `Source`."""

    def __init__(self, editing: Editing, drafts: Drafts, of: Callable[[str], Source]) -> None:
        self._editing = editing
        self._drafts = drafts
        self._of = of
        self._checks = AdoptionChecks()

    def waiting(self, brand: str, files: BrandFiles) -> list[ToAdopt]:
        """What people approved and nobody took in, the oldest judgement first."""
        return self._waiting(brand, files, tuple(self._drafts.teachings(brand)))

    def _waiting(self, brand: str, files: BrandFiles, lessons: Sequence[Teaching]) -> list[ToAdopt]:
        source, now = self._of(brand), files.now()
        content = now.content
        frameworks = {one.key: one for one in content.frameworks} if content else {}
        found = []
        for kept in self._not_in(files, brand, source.frameworks):
            framework = frameworks.get(kept.draft.framework)
            by = provenance(kept, _day(kept.standing.at, source.zone))
            if framework is None or content is None:
                gone = f"There is no framework '{kept.draft.framework}' in the files any more."
                found.append(ToAdopt(kept, by, wrong=gone))
                continue
            levels = ((factor, kept.draft.action.level(factor)) for factor in ("tone", "angle"))
            new = tuple((f, key) for f, key in levels if key and key not in framework.keys(f))
            # With mistakes in it, the folder does not say what the checks are to be.
            stopped: tuple[Finding, ...] = ()
            if not now.mistakes:
                stopped = self._checks.findings(
                    kept.draft, content, lessons, source.titles, source.now
                )
            second = come_second(content, framework, proposed_blocks(kept.draft))
            one = ToAdopt(kept, by, new, findings=stopped, second=second)
            if new and not now.mistakes:
                standard = self._checks.standard(
                    kept.draft, content, lessons, source.titles, source.now
                )
                words = described(kept.draft, new[0][1], standard)
                one = replace(one, describes=words.words, name_alone=_alone(new, words))
            found.append(one)
        return _together(content, found) if content is not None else found

    def count(self, brand: str, files: BrandFiles) -> int:
        """How many wait, fit or not."""
        return len(self._not_in(files, brand, self._of(brand).frameworks))

    def _not_in(
        self, files: BrandFiles, brand: str, frameworks: tuple[str, ...]
    ) -> list[KeptDraft]:
        approved = approved_proposals(self._drafts, brand, frameworks)
        there = files.mentioned([kept.draft.id for kept in approved])
        return [kept for kept in approved if kept.draft.id not in there]

    def changes(
        self, files: BrandFiles, chosen: Sequence[ToAdopt]
    ) -> list[tuple[str, tuple[Hunk, ...]]]:
        """What would change in which file. Raises UserError where it cannot be done by itself."""
        texts = files.with_adopted(_adoptions(chosen)) if chosen else {}
        return [(name, changed_lines(files.text(name), text)) for name, text in texts.items()]

    def check(self, brand: str, files: BrandFiles, drafts: Collection[str], actor: Actor) -> None:
        """Whether they could be taken in. Raises what `adopt` would."""
        self._editing.allow(brand, actor)
        with files.alone():
            chosen = self._chosen(brand, files, drafts, self._lessons(brand))
            files.refuse_mistakes(files.with_adopted(_adoptions(chosen)))

    def adopt(
        self, brand: str, files: BrandFiles, drafts: Collection[str], actor: Actor
    ) -> Adopted:
        """Takes them in, all or none.

        Raises NotAllowedError, BrandFolderError with every mistake that the folder would have,
        UnfitError with all that the checks say against the words by now, and UserError where one is
        no approved proposal, is taken in already, or cannot be added by itself.
        """
        self._editing.allow(brand, actor)
        wrong = files.read_only()
        if wrong:
            raise UserError(wrong)
        with files.alone():
            lessons = self._lessons(brand)
            chosen = self._chosen(brand, files, drafts, lessons)
            texts = files.with_adopted(_adoptions(chosen))
            files.refuse_mistakes(texts)
            names = tuple(one.kept.draft.id for one in chosen)
            keys = ", ".join(dict.fromkeys(one.kept.draft.framework for one in chosen))
            saw = {f"proposal {n}": name for n, name in enumerate(names, 1)}
            words = f"took in {len(names)} approved proposal{'s' * (len(names) > 1)}"

            def still_so(transaction: Transaction) -> None:
                _sure(transaction, brand, names, lessons)

            self._editing.put(
                files, texts, Told(brand, f"framework {keys}", actor, words, saw), still_so
            )
        alone = dict.fromkeys(one.name_alone for one in chosen if one.name_alone)
        told = (*_seconds(chosen), *alone, *_echoes(files, chosen))
        return Adopted(names, tuple(texts), told=told)

    def held(self, brand: str, files: BrandFiles, drafts: Collection[str]) -> tuple[Held, ...]:
        """Of these, those that the files cannot take yet, with what each needs, such as words at
        another point. Nothing where the files have mistakes of their own."""
        if files.now().mistakes:
            return ()
        waiting = self.waiting(brand, files)
        chosen = [one for one in waiting if one.fit and one.kept.draft.id in drafts]
        return files.adopted(_adoptions(chosen)).held

    def adopt_most(self, brand: str, files: BrandFiles, actor: Actor) -> Adopted:
        """Takes in as many as can be, and says what each other one still needs. Raises as `adopt`
        does."""
        self._editing.allow(brand, actor)
        waiting = self.waiting(brand, files)
        if not waiting:
            return Adopted((), ())
        gone = [Held(one.kept.draft.id, one.needs) for one in waiting if not one.fit]
        found = files.adopted(_adoptions([one for one in waiting if one.fit]))
        held = (*gone, *found.held)
        if not found.taken:
            return Adopted((), (), held)
        return replace(self.adopt(brand, files, found.taken, actor), held=held)

    def _lessons(self, brand: str) -> tuple[Teaching, ...]:
        return tuple(self._drafts.teachings(brand))

    def _chosen(
        self,
        brand: str,
        files: BrandFiles,
        drafts: Collection[str],
        lessons: Sequence[Teaching],
    ) -> list[ToAdopt]:
        wanted = set(drafts)
        waiting = self._waiting(brand, files, lessons)
        chosen = [one for one in waiting if one.kept.draft.id in wanted]
        if not chosen or len(chosen) < len(wanted):
            raise NoLongerWaitingError(NOT_THESE)
        for one in chosen:
            if one.wrong:
                raise UserError(one.wrong)
        if unfit := [one for one in chosen if one.findings]:
            raise UnfitError(unfit)
        content = files.now().content
        together = chosen if content is None else _together(content, chosen)
        return [
            replace(one, second=one.second or one.second_together, second_together=False)
            for one in together
        ]


def _together(content: BrandFolder, found: Sequence[ToAdopt]) -> list[ToAdopt]:
    """The same, with which of them come second once all that are fit are taken in, in this order.

    Nobody has to take in all of them, so that this says what may be, of a choice what will be.
    """
    fit = [one for one in found if one.fit]
    seconds = go_second(content, [one.kept.draft for one in fit])
    behind = {one.kept.draft.id for one, second in zip(fit, seconds, strict=True) if second}
    return [
        replace(one, second_together=not one.second and one.kept.draft.id in behind)
        for one in found
    ]


def _sure(
    transaction: Transaction, brand: str, drafts: Sequence[str], lessons: Sequence[Teaching]
) -> None:
    """Whether all is as it was when it was looked at: nobody has taken one back or banned a phrase
    meanwhile. Raises NoLongerWaitingError."""
    kept = transaction.drafts(brand, drafts)
    approved = sum(one.standing.state == USABLE for one in kept)
    if approved < len(drafts) or banned(tuple(transaction.teachings(brand))) != banned(lessons):
        raise NoLongerWaitingError(NOT_THESE)


def _alone(new: Sequence[tuple[str, str]], words: Described) -> str:
    """What somebody is told of new levels that are described by their names alone."""
    if not words.findings:
        return ""
    names = " and ".join(f"the {factor} {name_of(key)}" for factor, key in new)
    are = "is described by its name" if len(new) == 1 else "are described by a name"
    return begun(
        f"{names} {are} alone, since {words.why_name_alone}. Say in the files, or in the console, "
        "how it sounds before you publish."
    )


def _seconds(chosen: Sequence[ToAdopt]) -> Iterator[str]:
    """Who gets words that come second, each sentence with the words that it is about."""
    for one in chosen:
        if one.second:
            yield f"“{_begins(one.kept)}”: {one.who_gets_them}"


def _echoes(files: BrandFiles, chosen: Sequence[ToAdopt]) -> Iterator[str]:
    """Where tones and angles that are new have no words of their own, now that they are there."""
    content = files.now().content
    new = {(one.kept.draft.framework, *level) for one in chosen for level in one.new}
    for key in dict.fromkeys(place[0] for place in sorted(new)):
        framework = content.framework(key) if content else None
        if content is None or framework is None:
            continue
        possible = possible_at(framework, moments_at(content.flows, key), content.rules)
        for echo in echoes(framework, content.brand.language, possible):
            if (key, echo.factor, echo.level) in new:
                yield f"{framework.name}: {echo.says}"


def _begins(kept: KeptDraft) -> str:
    line = kept.draft.begins.partition("\n")[0]
    return line if len(line) <= MOST_SHOWN else f"{line[: MOST_SHOWN - 1]}…"


def _adoptions(chosen: Sequence[ToAdopt]) -> list[Adoption]:
    return [
        Adoption(one.kept.draft, one.by, "", one.describes, bool(one.name_alone)) for one in chosen
    ]


def _day(at: Instant, zone: Zone) -> str:
    return datetime.fromtimestamp((at + zone.offset_at(at)) / SECOND, UTC).date().isoformat()
