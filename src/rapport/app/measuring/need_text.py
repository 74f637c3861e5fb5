"""Who needs an offer, in words and tables that a marketer reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from rapport.app.measuring.need import EVERYBODY, KIND_WORDS
from rapport.app.wording.amounts import minus
from rapport.app.wording.counts import so_many
from rapport.app.wording.level_words import money
from rapport.app.wording.table import Table
from rapport.core.blueprint import Release
from rapport.core.brand import Brand
from rapport.core.creative.framework import NO_OFFER
from rapport.core.unread import ALL_READ, Unreadable
from rapport.science.need import LATEST, NEEDED, NOT_NEEDED, Need, NeedBook
from rapport.science.unavailable import Unavailable
from rapport.science.usual import TIMES, USUAL

IN_100 = 100.0

LEAST_APART = 0.1
"""A share must be this much above everybody's to be told of."""

MOST_UNLIKE = 4

VERDICTS = {NEEDED: "pays", NOT_NEEDED: "does not pay: better none"}


class NeedStory(Struct, frozen=True):
    """Sentences, then tables. `unreadable` rows could not be read; the sentences say so, too."""

    says: tuple[str, ...]
    tables: tuple[Table, ...]
    unreadable: Unreadable = ALL_READ


def offer_labels(release: Release) -> dict[str, str]:
    """What people call each offer."""
    labels = {offer.key: offer.label for offer in release.offers if offer.label}
    return {NO_OFFER: "no offer", **labels}


def need_story(
    book: NeedBook,
    needs: Sequence[Need],
    release: Release,
    unreadable: Unreadable = ALL_READ,
    *,
    whole: bool = True,
    every: bool = False,
    held: int = 0,
) -> NeedStory:
    """What each offer adds and for whom it pays; then who gets which.

    `whole` says whether all decisions were read; with `every`, the table has rows of which little
    can be told too. `held` baskets count for less than they would be worth; see `science/usual.py`.
    """
    labels, brand = offer_labels(release), release.brand
    says = [_in_short(one, labels, brand) for one in needs if one.kind == EVERYBODY]
    if not says:
        says = ["No message has closed yet in which chance chose between an offer and none."]
    says += [
        _for_them(one, labels, brand)
        for one in needs
        if one.kind != EVERYBODY and one.verdict in VERDICTS
    ]
    says += _who_gets_what(book, labels)
    if not whole:
        says.append(
            f"The log is still being read: this is of its first {book.trials:,} such messages. "
            "Look again for more."
        )
    if held:
        says.append(
            f"{held:,} {'basket counts' if held == 1 else 'baskets count'} as {TIMES:.0f} times "
            f"what {USUAL:.0%} of those before were worth at most: no single one is to decide."
        )
    says += unreadable.says
    tables = (_what_each_adds(needs, labels, brand, every=every), _who_gets_which(book, labels))
    return NeedStory(tuple(says), tuple(table for table in tables if table.rows), unreadable)


def _in_short(need: Need, labels: Mapping[str, str], brand: Brand) -> str:
    label = labels.get(need.offer, need.offer)
    if isinstance(need.added, Unavailable) or isinstance(need.worth, Unavailable):
        reason = need.added.reason if isinstance(need.added, Unavailable) else "nothing varied"
        return f"‘{label}’: what it adds is unavailable, because {reason}."
    low, high = IN_100 * need.added.low, IN_100 * need.added.high
    value = IN_100 * need.added.value
    change = f"adds {value:.1f}" if value >= 0.0 else f"takes away {-value:.1f}"
    ends = minus(f"{low:+z.1f} to {high:+z.1f}")
    said = (
        f"‘{label}’ {change} orders in 100 messages ({ends}), beside the same message without it."
    )
    anyway = need.anyway
    if not isinstance(anyway, Unavailable) and need.added.low > 0.0:
        said += f" Of 10 orders with it about {10.0 * anyway:.0f} would have come anyway."
    return f"{said} {_worth(need, brand)}"


def _worth(need: Need, brand: Brand) -> str:
    if isinstance(need.worth, Unavailable):
        return ""
    amount = money(abs(IN_100 * need.worth.value), brand)
    if need.verdict == NEEDED:
        return f"After its cost it brings {amount} more in 100 messages."
    if need.verdict == NOT_NEEDED:
        return f"After its cost it brings {amount} less in 100 messages: better none."
    low, high = money(IN_100 * need.worth.low, brand), money(IN_100 * need.worth.high, brand)
    return f"Whether it pays is too early to tell (between {low} and {high} in 100 messages)."


def _for_them(need: Need, labels: Mapping[str, str], brand: Brand) -> str:
    """One sentence about a kind of person of whom something is known."""
    label, kind = labels.get(need.offer, need.offer), KIND_WORDS.get(need.kind, need.kind)
    if need.verdict == NEEDED:
        return f"Somebody who {kind} needs ‘{label}’. {_worth(need, brand)}"
    return (
        f"Somebody who {kind} does not need ‘{label}’: of 100 such people "
        f"{IN_100 * need.without:.0f} order without it and {IN_100 * need.with_it:.0f} with it. "
        f"{_worth(need, brand)}"
    )


def _what_each_adds(
    needs: Sequence[Need], labels: Mapping[str, str], brand: Brand, *, every: bool
) -> Table:
    """A row for everybody, and one for each kind of which something can be told."""
    rows, before, left_out = [], "", 0
    for one in needs:
        if not every and one.kind != EVERYBODY and one.verdict not in VERDICTS:
            left_out += 1
            continue
        label = "" if one.offer == before else labels.get(one.offer, one.offer)
        rows.append((label, KIND_WORDS.get(one.kind, one.kind), *_figures(one, brand)))
        before = one.offer
    note = (
        "From decisions that chance made, and only from them. The table as a whole is right 19 "
        "times in 20, however often it is looked at. ‘Anyway’ is the share of the orders with the "
        "offer that would have come without it; ‘worth’ is margin, after the offer's cost. This is "
        "proof: where ‘What works’ says something else of an offer, believe this."
    )
    if left_out:
        more = so_many(left_out, "more row")
        note += f" In {more}, for single kinds of people, it is too few to tell."
    columns = (
        "Offer", "Somebody who", "Orders in 100 without it", "Added by it", "Anyway",
        "Worth in 100 messages", "",
    )  # fmt: skip
    return Table("Who needs an offer", columns, tuple(rows), note)


def _figures(need: Need, brand: Brand) -> tuple[str, str, str, str, str]:
    """Orders without it, what it adds, how many would come anyway, its worth, and the verdict."""
    verdict = VERDICTS.get(need.verdict, need.verdict)
    if isinstance(need.added, Unavailable):
        return "not known yet", "", "", "", verdict
    added = need.added
    half = IN_100 * (added.high - added.value)
    anyway, worth = "", ""
    # Where it may add nothing, all of its orders may have come anyway, and a share would mislead.
    if added.low > 0.0 and not isinstance(need.anyway, Unavailable):
        anyway = f"{need.anyway:.0%}"
    if not isinstance(need.worth, Unavailable):
        value, off = need.worth.value, need.worth.high - need.worth.value
        worth = f"{money(IN_100 * value, brand)} ± {money(IN_100 * off, brand)}"
    without = f"{IN_100 * need.without:.1f}"
    return (
        without,
        minus(f"{IN_100 * added.value:+z.1f}") + f" ± {half:.1f}",
        anyway,
        worth,
        verdict,
    )


def _who_gets_what(book: NeedBook, labels: Mapping[str, str]) -> list[str]:
    """In which kinds of people it is most unlike everybody, in a sentence each."""
    usual = book.shares(EVERYBODY)
    found = []
    for kind, words in KIND_WORDS.items():
        shares = book.shares(kind) if kind != EVERYBODY else {}
        for offer, share in shares.items():
            apart = share - usual.get(offer, 0.0)
            if apart >= LEAST_APART:
                label = labels.get(offer, offer)
                named = label if offer == NO_OFFER else f"‘{label}’"
                said = (
                    f"Somebody who {words} gets {named.lower() if offer == NO_OFFER else named} "
                    f"more often than most ({share:.0%}, everybody {usual.get(offer, 0.0):.0%})."
                )
                found.append((apart, said))
    found.sort(key=lambda pair: -pair[0])
    return [said for _, said in found[:MOST_UNLIKE]]


def _who_gets_which(book: NeedBook, labels: Mapping[str, str]) -> Table:
    given = {kind: book.shares(kind) for kind in KIND_WORDS}
    offers = sorted({offer for shares in given.values() for offer in shares}, key=_none_first)
    rows = tuple(
        (KIND_WORDS[kind], *(f"{shares.get(offer, 0.0):.0%}" for offer in offers))
        for kind, shares in given.items()
        if shares
    )
    return Table(
        "Who gets which offer",
        ("Somebody who", *(labels.get(offer, offer) for offer in offers)),
        rows,
        f"Of the last {min(book.trials, LATEST):,} messages whose outcome is known and whose offer "
        "chance chose.",
    )


def _none_first(offer: str) -> tuple[bool, str]:
    return offer != NO_OFFER, offer
