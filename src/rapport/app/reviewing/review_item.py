"""What a reviewer sees of a draft: whom and what it is for, what differs, what was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.frameworks.described import name_of, on_arrival
from rapport.app.messages.made_up import made_up_send, products_for
from rapport.app.messages.matter import Matter, example
from rapport.app.messages.write import WriteRequest, Written
from rapport.app.reviewing.reach import Reach
from rapport.app.reviewing.review import Bench, faults
from rapport.app.writer.proofreading import was_proofread
from rapport.core.blueprint import Release
from rapport.core.catalogue import Product
from rapport.core.copy_checks.standard import Standard
from rapport.core.creative.coverage import points_of
from rapport.core.creative.draft import (
    MODEL,
    PERSON,
    PROPOSAL,
    USABLE,
    WAITING,
    Draft,
    KeptDraft,
    Standing,
    is_current,
)
from rapport.core.creative.framework import (
    CART,
    NO_OFFER,
    ORDER,
    VIEWED,
    Block,
    Framework,
    choose_blocks,
)
from rapport.core.creative.message import Finding
from rapport.core.deciding.situation import is_single
from rapport.core.events import Contact
from rapport.core.text.similar import alike
from rapport.core.text.word_diff import SAME, Piece, likeness, word_diff
from rapport.core.time import Instant
from rapport.ports import Drafts

CHECKED = (
    "figures", "prices", "percentages", "dates", "links", "offers", "claims", "urgency",
    "scarcity", "guilt, shame and fear", "flattery", "protected traits", "creepiness", "names",
    "look-alike letters", "hidden text", "mark-up", "placeholders", "length", "reading level",
    "language", "repetition", "the brand's own words",
)  # fmt: skip
"""What the checks of `rapport.core.copy_checks` look for, in words for a person."""

PROOFREAD = "what a proofreader minds"

MADE_UP = Contact(email="robin@example.com", first_name="Robin")
"""Who a draft is shown for: nobody. No real person's data is needed to judge words."""

NUMBERS = ("", "one", "two")
THINGS = {CART: "in the basket", VIEWED: "looked at", ORDER: "in the last order"}

LOOKED_THROUGH = 500
"""How many of those that wait are compared with a draft for being alike."""

Write = Callable[[WriteRequest], Written]


ALIKE = 0.34
"""Words that have less than this share in common are no edit of each other."""


class Row(Struct, frozen=True):
    """One draft in the list."""

    draft: Draft
    framework: str
    """Its name for people."""
    begins: str
    """Its subject, or its first words."""
    levels: tuple[str, ...]
    """Offer, tone and angle, in words for people."""
    stale: bool


class SlotDiff(Struct, frozen=True):
    """One slot: the new words, the nearest approved ones, and what changed between them."""

    slot: str
    words: str
    approved: str
    block: str
    """The nearest approved block's id, empty where there is none."""
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return self.words != self.approved

    @property
    def apart(self) -> bool:
        """Whether they have so little in common that they are read better one after the other."""
        same = sum(len(one.text) for one in self.pieces if one.kind == SAME)
        return bool(self.approved) and same < ALIKE * min(len(self.words), len(self.approved))


class Item(Struct, frozen=True):
    """Everything that a judgement needs. `standing` says whether it still waits."""

    draft: Draft
    standing: Standing
    framework: str
    point: str
    used_by: tuple[str, ...]
    """Names of the flows in which it may go out."""
    levels: tuple[tuple[str, str, str], ...]
    """Factor, level and what that means, each in words for people."""
    situation: str
    example: str
    """Whom it is shown for."""
    author: str
    slots: tuple[SlotDiff, ...]
    findings: tuple[Finding, ...]
    """What the checks find now; nothing where it may be approved."""
    checked: tuple[str, ...]
    waiting: int
    """Planned messages that these words would go out in, were they approved now."""
    waiting_is_least: bool
    """Whether there may be more of them: of very many only the first are looked at."""
    alike: tuple[str, ...]
    """Ids of others that wait and say much the same, the most alike first."""
    stale: bool

    @property
    def is_approved_proposal(self) -> bool:
        return self.draft.kind == PROPOSAL and self.standing.state == USABLE

    @property
    def open(self) -> bool:
        """Whether it can be judged."""
        return self.standing.state == WAITING and not self.stale


def row_of(draft: Draft, release: Release) -> Row:
    """A draft as the list shows it."""
    framework = release.framework(draft.framework)
    return Row(
        draft=draft,
        framework=framework.name if framework else draft.framework,
        begins=draft.begins or "(no words)",
        levels=tuple(label for _, label, _ in _levels(draft, framework, release)),
        stale=not is_current(draft, release),
    )


def item_of(
    kept: KeptDraft,
    bench: Bench,
    *,
    waiting: Reach,
    alike: Sequence[str],
    situation: str,
    example: str,
    edited: Sequence[Draft] = (),
) -> Item:
    """A draft with all that a judgement of it needs."""
    draft, release = kept.draft, bench.release
    framework = release.framework(draft.framework)
    return Item(
        draft=draft,
        standing=kept.standing,
        framework=framework.name if framework else draft.framework,
        point=draft.point,
        used_by=tuple(_used_by(draft, release)),
        levels=tuple(_levels(draft, framework, release, bench.standards.get(draft.framework))),
        situation=situation,
        example=example,
        author=author_words(draft, edited),
        slots=tuple(_diffs(draft, framework)),
        findings=faults(bench, draft),
        checked=(*CHECKED, PROOFREAD) if was_proofread(draft.prompt) else CHECKED,
        waiting=waiting.count,
        waiting_is_least=waiting.least,
        alike=tuple(alike),
        stale=not is_current(draft, release),
    )


def alike_to(drafts: Drafts, brand: str, draft: Draft, now: Instant) -> list[str]:
    """Ids of drafts that wait, are for the same framework and say much the same."""
    waiting = drafts.waiting_drafts(brand, (now, ""), LOOKED_THROUGH)
    others = {
        one.id: _all_words(one)
        for one in waiting
        if one.id != draft.id
        and (one.framework, one.kind, one.language) == (draft.framework, draft.kind, draft.language)
    }
    return [name for name, _ in alike(_all_words(draft), others)]


def shown_for_somebody(
    write: Write, release: Release, products: Mapping[str, Product], draft: Draft, at: Instant
) -> Written:
    """The draft as a whole message, for a made-up person in the situation that it is for.

    What words it leaves out, approved blocks fill in.
    """
    framework = release.framework(draft.framework)
    if framework is None:
        framework = Framework(draft.framework, "", (), (), (), (), (), ())
    blocks = {
        **choose_blocks(framework, draft.point, draft.action, draft.language),
        **draft.blocks(),
    }
    dressed = replace(framework, blocks=tuple(blocks.values()))
    frameworks = tuple(dressed if one is framework else one for one in release.frameworks)
    key = f"review-{draft.id}"
    send = made_up_send(key, draft.framework, draft.point, draft.action, release, at)
    matter = example_for(draft, release, products)
    contact = replace(MADE_UP, language=draft.language)
    shown = replace(release, frameworks=frameworks)
    return write(WriteRequest(send, shown, matter, products, contact, at))


def example_for(draft: Draft, release: Release, products: Mapping[str, Product]) -> Matter:
    """What the draft could be about: the catalogue's first products, as many as its situation says,
    or the dearest where the offer asks for more than these come to."""
    framework = release.framework(draft.framework)
    if framework is None:
        return example(CART, products)
    fitting = products_for(release, framework, products)
    most = 1 if is_single(draft.situation) else 2
    found = example(framework.about, fitting, most)
    offer = release.offer(draft.action.offer or NO_OFFER)
    if offer is None or sum(line.unit_price for line in found.lines) >= offer.min_total:
        return found
    dearest = sorted(fitting.items(), key=lambda item: -item[1].price)
    return example(framework.about, dict(dearest), most)


def who_it_is(draft: Draft, release: Release, products: Mapping[str, Product]) -> str:
    """Whom the example is for, such as `Robin, whom we made up, with one thing in the basket`."""
    matter = example_for(draft, release, products)
    told = f"{MADE_UP.first_name}, whom we made up"
    if matter.about not in THINGS:
        return told
    count = len(matter.lines)
    if not count:
        return f"{told}. There is no catalogue, so nothing is {THINGS[matter.about]}"
    return f"{told}, with {NUMBERS[count]} thing{'s' * (count != 1)} {THINGS[matter.about]}"


def in_order(draft: Draft, framework: Framework | None) -> list[str]:
    """The draft's slots in the order in which they are read."""
    order = [slot.key for slot in framework.slots] if framework else []
    known = [key for key in order if key in draft.slots]
    return [*known, *(key for key in draft.slots if key not in known)]


def author_words(draft: Draft, edited: Sequence[Draft] = ()) -> str:
    """Who wrote it, in words; `edited` are those that it was made of by edits, the latest first."""
    if edited:
        editors = dict.fromkeys(_wrote(one) for one in (*reversed(edited[:-1]), draft))
        return f"{_wrote(edited[-1])}; edited by {' and '.join(editors)}"
    return _wrote(draft)


def _wrote(draft: Draft) -> str:
    if draft.author.startswith(MODEL):
        prompt = f", prompt {draft.prompt}" if draft.prompt else ""
        return f"a model, {draft.author.removeprefix(MODEL)}{prompt}"
    return draft.author.removeprefix(PERSON)


# --- Parts --------------------------------------------------------------------------------------


def _all_words(draft: Draft) -> str:
    return "\n".join(draft.slots.values())


def _levels(
    draft: Draft,
    framework: Framework | None,
    release: Release,
    standard: Standard | None = None,
) -> Iterator[tuple[str, str, str]]:
    """`standard` says what a new level will be described by."""
    action = draft.action
    key = action.offer or NO_OFFER
    offer = release.offer(key)
    yield ("offer", offer.label if offer and offer.label else key, "")
    if framework is None:
        return
    for factor, levels in (
        ("tone", framework.tones),
        ("angle", framework.angles),
        ("visual", framework.visuals),
    ):
        key = action.level(factor)
        known = next((level for level in levels if level.key == key), None)
        if known is not None:
            yield (factor, known.label, known.describes)
        elif key and draft.kind == PROPOSAL:
            yield (factor, name_of(key), on_arrival(draft, factor, standard))


def _used_by(draft: Draft, release: Release) -> Iterator[str]:
    for flow in release.flows:
        points = points_of([flow], draft.framework)
        if draft.point in points or (points and not draft.point):
            yield flow.name


def _diffs(draft: Draft, framework: Framework | None) -> Iterator[SlotDiff]:
    blocks = framework.blocks if framework else ()
    for slot in in_order(draft, framework):
        words = draft.slots[slot]
        near = _nearest(slot, words, draft, blocks)
        approved = near.text.strip() if near else ""
        yield SlotDiff(slot, words, approved, near.id if near else "", word_diff(approved, words))


def _nearest(slot: str, words: str, draft: Draft, blocks: Sequence[Block]) -> Block | None:
    """The approved block of the slot that is most like the words; one that would go out instead
    goes before others."""
    own = [one for one in blocks if one.slot == slot and one.language == draft.language]
    fitting = [one for one in own if one.fits(draft.point, draft.action)]
    return max(fitting or own, key=lambda one: likeness(one.text, words), default=None)
