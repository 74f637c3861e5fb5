"""The audit log shows any change, removal, new order and, against an anchor, a missing end."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.oversight.audit import (
    MOST_CHARACTERS,
    NOTHING_BEFORE,
    Anchor,
    Deed,
    Entry,
    entered,
    flaws,
    release_seen,
    releases_held,
)

BRAND = "harbour"


def deed(number: int) -> Deed:
    return Deed("Nell", "published", f"policy {number}", "It is better.", {"gate": "open"})


def log(length: int) -> list[Entry]:
    entries: list[Entry] = []
    last = None
    for number in range(1, length + 1):
        entries.append(entered(BRAND, last, 1_000 * number, deed(number)))
        last = Anchor(number, entries[-1].hash)
    return entries


def anchors(entries: list[Entry]) -> list[Anchor]:
    return [Anchor(entry.number, entry.hash) for entry in entries]


def test_a_whole_log_has_no_flaw() -> None:
    assert flaws(BRAND, log(5), anchors(log(5))) == []
    assert flaws(BRAND, [], []) == []


def test_a_hash_can_be_computed_by_hand() -> None:
    entry = entered(BRAND, None, 7, Deed("Zoë", "stopped", "flow checkout", 'a "b"'))
    text = (
        '{"at":7,"before":"' + NOTHING_BEFORE + '","brand":"harbour","did":"stopped","number":1,'
        '"saw":{},"what":"flow checkout","who":"Zo\\u00eb","why":"a \\"b\\""}'
    )
    assert entry.hash == sha256(text.encode()).hexdigest()


def test_a_log_of_another_brand_is_not_taken_for_this_one() -> None:
    assert flaws("quarry", log(2), [])


def test_a_change_is_found_and_named() -> None:
    entries = log(4)
    entries[1] = replace(entries[1], deed=replace(entries[1].deed, who="Somebody else"))
    assert flaws(BRAND, entries, []) == ["entry 2 does not say what it said when it was made"]


def test_a_change_with_a_new_hash_breaks_the_chain() -> None:
    entries = log(4)
    forged = entered(BRAND, Anchor(1, entries[0].hash), 2_000, Deed("Eve", "published", "policy 2"))
    entries[1] = forged
    assert flaws(BRAND, entries, []) == ["entry 3 was not made after entry 2 as it now is"]


def test_a_log_written_anew_from_there_on_shows_against_its_anchors() -> None:
    kept = anchors(log(4))
    entries = log(1)
    for number in range(2, 5):
        last = Anchor(number - 1, entries[-1].hash)
        entries.append(entered(BRAND, last, 1_000 * number, Deed("Eve", "published", "x")))
    assert flaws(BRAND, entries, []) == []
    assert flaws(BRAND, entries, kept) == [
        f"entry {number} is not the one that was in the log once" for number in (2, 3, 4)
    ]


def test_a_removal_is_found_in_the_middle_and_at_the_end() -> None:
    entries = log(4)
    assert flaws(BRAND, entries[:1] + entries[2:], []) == [
        "entry 3 follows entry 1: what was between them is gone"
    ]
    assert flaws(BRAND, entries[:2], []) == []
    assert flaws(BRAND, entries[:2], anchors(entries)) == [
        "entry 4 was in the log once, and is not: it ends with entry 2"
    ]
    assert flaws(BRAND, [], anchors(entries)[:1]) == [
        "entry 1 was in the log once, and is not: it is empty"
    ]


def test_a_new_order_is_found() -> None:
    one, two, three = log(3)
    assert flaws(BRAND, [one, three, two], [])
    swapped = [one, replace(three, number=2), replace(two, number=3)]
    assert flaws(BRAND, swapped, [])


@given(st.integers(2, 6), st.data())
def test_no_single_change_to_any_field_goes_unseen(length: int, data: st.DataObject) -> None:
    entries = log(length)
    place = data.draw(st.integers(0, length - 1))
    entry = entries[place]
    changed = data.draw(
        st.sampled_from(
            [
                replace(entry, at=entry.at + 1),
                replace(entry, number=entry.number + 1),
                replace(entry, before="1" * 64),
                replace(entry, hash="1" * 64),
                *(
                    replace(entry, deed=replace(entry.deed, **{name: "x"}))
                    for name in ("who", "did", "what", "why")
                ),
                replace(entry, deed=replace(entry.deed, saw={"gate": "shut"})),
                replace(entry, deed=replace(entry.deed, saw={})),
            ]
        )
    )
    assert flaws(BRAND, [*entries[:place], changed, *entries[place + 1 :]], [])


@given(st.text(max_size=40), st.text(max_size=40), st.dictionaries(st.text(), st.text()))
def test_any_words_can_be_entered_and_stay_whole(who: str, why: str, saw: dict[str, str]) -> None:
    entry = entered(BRAND, None, 0, Deed(who, "approved", "x", why, saw))
    assert flaws(BRAND, [entry], []) == []


def test_lone_surrogates_and_endless_words_are_kept_as_far_as_they_can_be() -> None:
    entry = entered(BRAND, None, 0, Deed("\ud800", "approved", "x", "w" * 9_000))
    assert entry.deed.who == "?"
    assert len(entry.deed.why) == MOST_CHARACTERS
    assert flaws(BRAND, [entry], []) == []


def in_force(*numbers: int) -> list[Entry]:
    entries: list[Entry] = []
    for place, number in enumerate(numbers):
        done = Deed("Nell", "published", f"release {number}", "", release_seen(number, "a" * 64))
        last = Anchor(place, entries[-1].hash) if entries else None
        entries.append(entered(BRAND, last, 1_000, done))
    return entries


def test_releases_are_held_against_what_the_log_tells_of_them() -> None:
    whole = releases_held(in_force(2, 3), {1: "b" * 64, 2: "a" * 64, 3: "a" * 64})
    assert (whole.flaws, whole.untold) == ((), (1,))
    other = releases_held(in_force(2, 3), {2: "a" * 64, 3: "b" * 64})
    assert other.flaws == ("release 3 is not what entry 2 put in force",)
    gone = releases_held(in_force(2, 3), {3: "a" * 64})
    assert gone.flaws == ("release 2 is gone, of which entry 1 tells",)


def test_a_release_that_was_entered_without_a_digest_is_counted_and_no_flaw() -> None:
    old = entered(BRAND, None, 7, Deed("Nell", "published", "release 1", "", {"the changes": "c"}))
    assert releases_held([old], {1: "a" * 64}).untold == (1,)
    assert releases_held([old], {1: "a" * 64}).flaws == ()
