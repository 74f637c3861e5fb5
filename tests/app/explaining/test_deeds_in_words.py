"""Every deed of the audit log reads as a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.app.explaining.deeds_in_words import (
    FILES,
    KINDS,
    MOST_COMPARED,
    OPT_OUTS,
    OTHERS,
    PEOPLE,
    PUBLISHED,
    REVIEW,
    STOPS,
    Called,
    kind_of,
    said,
)
from rapport.core.oversight.audit import BY_ITSELF, DEEDS, Deed
from rapport.core.oversight.stopping import BRAND, FLOW, FRAMEWORK, Switch
from rapport.core.text.word_diff import GONE, NEW

THINGS = Called(
    {
        Switch(BRAND): "Harbour",
        Switch(FLOW, "left"): "Basket put aside",
        Switch(FRAMEWORK, "checkout"): "Checkout left behind",
    },
    {"ten": "Ten per cent off"},
)


@pytest.mark.parametrize(
    ("deed", "did", "kind"),
    [
        (Deed("Nell", "approved", "draft d1"), "approved a draft", REVIEW),
        (Deed("Nell", "edited", "draft d1", saw={"waits for": "somebody else"}),
         "edited a draft and approved it, which waits for somebody else", REVIEW),
        (Deed("Nell", "rejected", "draft d1"), "rejected a draft", REVIEW),
        (Deed("Nell", "taken back", "draft d1"), "took back a draft that was approved", REVIEW),
        (Deed("Nell", "taught", "lesson 3 (phrase)", "gorgeous"), "taught the writer", REVIEW),
        (Deed("Nell", "changed", "lesson 3 (phrase)", "taken back: gorgeous"),
         "took back what the writer had been taught", REVIEW),
        (Deed("Nell", "asked", "framework checkout"), "asked a model for new words", REVIEW),
        (Deed("Nell", "edited", "framework checkout", "changed words tone warm"),
         "changed the framework ‘Checkout left behind’", FILES),
        (Deed("Nell", "edited", "framework gone"), "changed the framework ‘gone’", FILES),
        (Deed("Nell", "edited", "the voice"), "changed the voice", FILES),
        (Deed("Nell", "edited", "all frameworks, the voice and the claims"),
         "changed all frameworks, the voice and the claims", FILES),
        (Deed("Pia", "changed", "person Vic", "added as a viewer"),
         "changed what Vic may do", PEOPLE),
        (Deed("Pia", "changed", "the release to come"),
         "proposed a release, which waits for a second publisher", PUBLISHED),
        (Deed("Pia", "published", "release 3"), "published release 3", PUBLISHED),
        (Deed(BY_ITSELF, "published", "policy 9"), "published policy 9 by rule", PUBLISHED),
        (Deed(BY_ITSELF, "published", "predictions 2"), "published predictions 2", PUBLISHED),
        (Deed("Pia", "overrode", "policy 9"),
         "published policy 9 against the launch gate", PUBLISHED),
        (Deed("Pia", "rolled back", "policy 12", saw={"content": "policy 7"}),
         "went back to policy 7, now policy 12", PUBLISHED),
        (Deed(BY_ITSELF, "blocked", "policy 9"), "held back policy 9", PUBLISHED),
        (Deed(BY_ITSELF, "learnt again", "all closed decisions"),
         "learnt again from all closed decisions", PUBLISHED),
        (Deed("Pia", "stopped", "publishing of policies by rule"),
         "paused the publishing of policies by rule", STOPS),
        (Deed("Pia", "resumed", "publishing of policies by rule"),
         "resumed the publishing of policies by rule", STOPS),
        (Deed(BY_ITSELF, "stopped", "offer ten"), "closed the offer ‘Ten per cent off’", STOPS),
        (Deed(BY_ITSELF, "resumed", "offer old"), "opened the offer ‘old’", STOPS),
        (Deed("Pia", "stopped", "flow left"), "stopped the flow ‘Basket put aside’", STOPS),
        (Deed("Pia", "stopped", "everything"), "stopped everything", STOPS),
        (Deed("Pia", "resumed", "the brand"), "resumed all of Harbour", STOPS),
        (Deed("Pia", "stopped", "message m 1"), "stopped the message m 1", STOPS),
        (Deed("Pia", "retired", "the brand"), "retired the brand", STOPS),
        (Deed("Pia", "brought back", "the brand"), "brought the brand back", STOPS),
        (Deed("Pia", "opted out", "opt-out 1f"),
         "opted one person out, who had asked for it", OPT_OUTS),
        (Deed("Pia", "restored", "the log"), "entered that a backup was restored", OTHERS),
    ],
)  # fmt: skip
def test_a_deed_is_said_in_words(deed: Deed, did: str, kind: str) -> None:
    found = said(deed, THINGS)
    assert (found.who, found.did, found.kind) == (deed.who, did, kind)
    assert found.why == deed.why


def test_every_deed_that_there_is_has_a_kind_and_a_sentence() -> None:
    for did in DEEDS:
        found = said(Deed("Nell", did, "draft d1"), THINGS)
        assert found.kind in KINDS
        assert found.did


def test_who_has_no_name_of_their_own_is_called_something() -> None:
    assert said(Deed("owner", "retired", "the brand"), THINGS).who == "The owner"
    assert said(Deed("", "retired", "the brand"), THINGS).who == "Somebody"
    assert said(Deed("", "", "cannot be read"), THINGS).who == "An entry that cannot be read"


def test_an_edit_has_the_words_before_and_after_and_the_rest_beside_it() -> None:
    saw = {
        "a.yaml became": "f00",
        "a.yaml said": "subject: Kept for you",
        "a.yaml says": "subject: Saved for you",
        "b.yaml says": "new",
    }
    found = said(Deed("Nell", "edited", "framework checkout", "changed words", saw), THINGS)
    first, second = found.changed
    assert (first.file, second.file) == ("a.yaml", "b.yaml")
    assert [(one.kind, one.text) for one in first.pieces if one.kind != "same"] == [
        (GONE, "Kept"), (NEW, "Saved")
    ]  # fmt: skip
    assert [(one.kind, one.text) for one in second.pieces] == [(NEW, "new")]
    assert found.seen == (("a.yaml became", "f00"),)


def test_only_an_edit_is_taken_to_keep_words() -> None:
    found = said(Deed("Nell", "stopped", "the brand", saw={"somebody said": "stop"}), THINGS)
    assert (found.changed, found.seen) == ((), (("somebody said", "stop"),))


def test_long_texts_are_shown_one_after_the_other() -> None:
    before, after = ("a . " * MOST_COMPARED, "b . " * MOST_COMPARED)
    found = said(Deed("N", "edited", "x", saw={"f said": before, "f says": after}), THINGS)
    assert [(one.kind, one.text) for one in found.changed[0].pieces] == [
        (GONE, before), (NEW, after)
    ]  # fmt: skip


@given(st.builds(
    Deed, st.text(), st.sampled_from([*DEEDS, "x"]), st.text(), st.text(),
    st.dictionaries(st.sampled_from(["a said", "a says", " said", "waits for"]), st.text()),
))  # fmt: skip
def test_whatever_stands_in_an_entry_it_is_said_and_nothing_of_it_is_lost(deed: Deed) -> None:
    found = said(deed, THINGS)
    assert found.who
    assert found.kind in KINDS
    shown = {text for _, text in found.seen}
    for file in found.changed:
        shown.add("".join(one.text for one in file.pieces if one.kind != NEW))
        shown.add("".join(one.text for one in file.pieces if one.kind != GONE))
    assert set(deed.saw.values()) <= shown
    assert kind_of(deed) == found.kind
