"""Releases one by one: when, by whom, and what each changed."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.app.publishing.releases import Past, past_releases
from rapport.core.blueprint import Release
from rapport.core.oversight.audit import Anchor, Deed, Entry, entered
from rapport.testing import examples as ex

FIRST = ex.blueprint().releases[-1]


def numbered(number: int, before: Release = FIRST, **fields: object) -> Release:
    return replace(before, number=number, since=ex.at(number), **fields)


def log(*deeds: Deed) -> list[Entry]:
    entries: list[Entry] = []
    for number, deed in enumerate(deeds, 1):
        last = Anchor(entries[-1].number, entries[-1].hash) if entries else None
        entries.append(entered("harbour", last, ex.at(40 + number), deed))
    return entries


def put_in_force(number: int, did: str = "published", why: str = "") -> Deed:
    return Deed("Nell", did, f"release {number}", why, {f"release {number}": "0" * 64})


def only(*releases: Release, entries: list[Entry] | None = None) -> Past:
    return past_releases(releases, entries or [])[0]


def test_the_newest_comes_first_and_each_says_what_it_changed() -> None:
    first = numbered(1)
    renamed = tuple(replace(one, name="Other") for one in first.frameworks)
    second = numbered(2, first, frameworks=renamed)
    third = numbered(3, second, voice=replace(ex.VOICE, who="Else."), offers=first.offers[:1])
    found = past_releases([first, second, third], [])
    assert [(one.number, one.changed, one.holds) for one in found] == [
        (3, ("voice", "offers"), True), (2, ("Other",), False), (1, (), False),
    ]  # fmt: skip
    gone = numbered(4, third, frameworks=())
    assert only(third, gone).changed == ("Other (taken out)",)


def test_where_a_framework_was_written_does_not_change_it() -> None:
    first = numbered(1)
    moved = tuple(
        replace(one, blocks=tuple(replace(block, where="x:1") for block in one.blocks))
        for one in first.frameworks
    )
    assert only(first, numbered(2, first, frameworks=moved)).changed == ()


def test_the_audit_log_says_when_it_was_by_whom_and_why() -> None:
    first = numbered(1)
    known = only(first, entries=log(Deed("Pia", "changed", "people"), put_in_force(1)))
    assert (known.who, known.did, known.at) == ("Nell", "published", ex.at(42))
    retired = put_in_force(2, "retired", "It is over.")
    over = only(first, numbered(2, first), entries=log(put_in_force(1), retired))
    assert (over.did, over.why, over.changed) == ("retired", "It is over.", ())


def test_a_release_of_which_the_log_does_not_tell_is_listed_all_the_same() -> None:
    untold = only(numbered(7))
    assert (untold.who, untold.at, untold.did) == ("", ex.at(7), "published")
    bare = Deed("Nell", "published", "release 7")  # of an older Rapport, without a digest
    assert only(numbered(7), entries=log(bare)).who == "Nell"
