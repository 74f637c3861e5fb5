"""Nobody gets the same words twice: others are taken where they are approved, or it is held."""

from __future__ import annotations

from pathlib import Path

import pytest
from dispatch_world import DUE_AT, LEFT_AT, DispatchWorld, Pen
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from written import AT, WARM, checkout, line, request, writer

from rapport.app.messages.fresh_words import write_afresh
from rapport.app.messages.write import WriteRequest, Written
from rapport.core.catalogue import Product
from rapport.core.creative.framework import Block
from rapport.core.creative.message import Finding
from rapport.core.deciding.had import best_unsaid, known_of, said_by
from rapport.core.deciding.repeats import SAID_BEFORE, Said, repeats
from rapport.core.deciding.subject import subject_of
from rapport.core.person.signals import Moment
from rapport.core.profile import basket
from rapport.core.state import Checkout, ProfileState
from rapport.core.time import DAY, HOUR, MINUTE
from rapport.ports import Delivery
from rapport.testing import examples as ex

OTHER = Block("checkout/warm/subject", "subject", "Whenever you like", tones=("warm",))


def with_blocks(wanted: WriteRequest, *more: Block) -> WriteRequest:
    framework = wanted.release.frameworks[0]
    framework = replace(framework, blocks=(*framework.blocks, *more))
    return replace(wanted, release=replace(wanted.release, frameworks=(framework,)))


def after(*earlier: Written) -> tuple[Said, ...]:
    return tuple(Said(one.message.subject, one.message.text) for one in earlier)


def rules(written: Written) -> set[tuple[str, str]]:
    return {(found.rule, found.where) for found in written.findings}


def test_the_first_message_is_as_ever() -> None:
    assert write_afresh(writer(), request()) == writer().write(request())


def test_where_no_other_words_are_approved_the_message_is_held_with_its_reason() -> None:
    first = writer().write(request())
    again = write_afresh(writer(), replace(request(), said=after(first)))
    assert rules(again) == {(SAID_BEFORE, "subject"), (SAID_BEFORE, "body")}
    assert again.message.subject == first.message.subject


def test_the_usual_arm_says_the_same_again_since_the_others_are_measured_against_it() -> None:
    first = writer().write(request())
    usual = replace(request(), send=replace(request().send, arm="usual"), said=after(first))
    assert write_afresh(writer(), usual).findings == ()
    told = write_afresh(writer(), with_blocks(usual, OTHER))
    assert (told.findings, told.message.subject) == ((), first.message.subject)


def test_other_approved_words_are_taken_for_the_slot_that_was_said() -> None:
    first = writer().write(request())
    heard = (Said(first.message.subject, "Something else"),)
    again = write_afresh(writer(), with_blocks(replace(request(), said=heard), OTHER))
    assert again.findings == ()
    assert again.message.subject == "Whenever you like"
    assert OTHER.id in again.message.blocks
    assert "checkout/first/warm/help/body" in again.message.blocks


def test_words_that_were_all_said_hold_it_however_many_there_are() -> None:
    heard = after(writer().write(request()))
    heard = (*heard, Said("whenever  YOU like", ""))
    again = write_afresh(writer(), with_blocks(replace(request(), said=heard), OTHER))
    assert (SAID_BEFORE, "subject") in rules(again)


def test_words_in_another_language_are_no_other_words() -> None:
    first = writer().write(request())
    german = replace(request(), contact=replace(request().contact, language="de"))
    blocks = [
        Block(f"de/{slot}", slot, f"Guten Tag {slot}", language="de")
        for slot in ("subject", "preheader", "headline", "body", "cta", "signoff")
    ]
    told = write_afresh(writer(), with_blocks(german, *blocks))
    assert told.message.language == "de"
    again = write_afresh(writer(), with_blocks(replace(german, said=after(told, first)), *blocks))
    assert again.message.language == "de"
    assert (SAID_BEFORE, "subject") in rules(again)


@given(
    subject=st.text(max_size=60), body=st.text(max_size=200), cased=st.booleans(),
    wrapped=st.booleans(),
)  # fmt: skip
def test_case_and_line_breaks_do_not_hide_a_repetition(
    subject: str, body: str, cased: bool, wrapped: bool
) -> None:
    shown = subject.lower() if cased else subject
    text = "\n".join(body.split(" ")) if wrapped else body
    found = {f.where for f in repeats({"subject": subject, "body": body}, [Said(shown, text)])}
    plain = " ".join(body.casefold().split())
    if shown.casefold() == subject.casefold():
        assert ("subject" in found) == bool(subject.split())
    assert ("body" in found) == (len(plain) >= 24)
    assert list(repeats({"subject": subject, "body": body}, [])) == []


class MindfulPen(Pen):
    """Writes the same subject every time, and minds what was said."""

    def write(self, request: WriteRequest) -> Written:
        written = super().write(request)
        again = tuple(repeats({"subject": written.message.subject}, request.said))
        return replace(written, findings=(*written.findings, *again))


@pytest.fixture
def world(tmp_path: Path) -> DispatchWorld:
    world = DispatchWorld(tmp_path)
    world.pen = MindfulPen()
    world._start(None)
    return world


def two_baskets(world: DispatchWorld) -> None:
    """One person leaves a basket, and another one a fortnight later; both are followed up."""
    world.leave_basket("ada")
    for hour in range(60):
        world.tick(LEFT_AT + hour * HOUR)
    again = LEFT_AT + 14 * DAY
    world.tell("ada", ex.checkout("left-again", again, token="c-again"))
    for hour in range(60):
        world.tick(again + hour * HOUR)


def test_a_message_in_the_outbox_is_held_where_the_record_has_its_words(tmp_path: Path) -> None:
    world = DispatchWorld(tmp_path, blueprint=ex.blueprint())
    world.pen = MindfulPen()
    world._start(None)
    two_baskets(world)
    assert len(world.pen.written) > 1
    assert len(world.post.sent) == 1
    reasons = [row.reason for row in world.records.messages(world.brand)]
    assert "refused: said before (subject): For ada" in reasons
    counts = world.records.message_counts(world.brand, 0)
    assert sum(row.held_back for row in counts) == 0  # no guardrail was hit


def test_a_repetition_that_is_not_all_that_is_wrong_is_a_guardrail_hit(tmp_path: Path) -> None:
    world = DispatchWorld(tmp_path, blueprint=ex.blueprint())
    world.pen.findings["ada"] = tuple(
        Finding(rule, "body", "words", "other words") for rule in ("claim", SAID_BEFORE)
    )
    two_baskets(world)
    reasons = {row.reason for row in world.records.messages(world.brand)}
    assert reasons == {"guardrail: claim (body): words; said before (body): words"}


class NumberedPen(Pen):
    """Leaves numbers of its words with what it writes."""

    def write(self, request: WriteRequest) -> Written:
        written = super().write(request)
        return replace(written, message=replace(written.message, words=(7, 8)))


def test_what_was_said_is_known_to_the_profile_once_it_went_out(tmp_path: Path) -> None:
    world = DispatchWorld(tmp_path)
    world.pen = NumberedPen()
    world._start(None)
    world.plan("ada")
    assert world.state("ada").had == ()
    world.tick(DUE_AT)
    assert world.state("ada").had == (7, 8)


@pytest.mark.parametrize("known", [Delivery.SENT, Delivery.UNKNOWN])
def test_what_went_out_before_a_crash_or_may_have_is_known_to_the_profile_too(
    tmp_path: Path, known: Delivery
) -> None:
    world = DispatchWorld(tmp_path)
    world.pen = NumberedPen()
    world._start(None)
    world.die_while_sending("ada")
    world.post.known = known
    world.host.recover(world.brand)
    assert world.state("ada").had == (7, 8)


def test_the_writer_and_a_decision_give_the_same_words_the_same_number() -> None:
    """Else a decision would not know what was said: here of a basket of several kettles."""
    pot = Product("p1", "Copper kettle", category="Kettles", price=2_400)
    kettles = checkout(line(1), line(2))
    written = writer().write(request(about=kettles, products={"p1": pot})).message
    state = ProfileState("p", checkout=Checkout("c1", "e", AT, AT, kettles.total, "GBP", basket(
        kettles.lines)))  # fmt: skip
    moment = Moment(state, AT, request().release, {"p1": pot})
    framework = request().release.frameworks[0]
    about = known_of(moment, subject_of(moment, framework.about, "c1"), "c1")
    words = best_unsaid(framework, "first", WARM, ("en", "en"), frozenset(), about)
    assert written.words == said_by(words, about, "none") != ()


def test_the_usual_arm_goes_on_as_it_would_without_us(world: DispatchWorld) -> None:
    two_baskets(world)
    assert len(world.post.sent) > 1


def test_somebody_elses_words_and_ones_own_try_count_for_nothing(world: DispatchWorld) -> None:
    world.plan("ada", "bob")
    world.post.errors["ada"] = OSError("gone")
    world.tick(DUE_AT)
    assert [request.said for request in world.pen.written] == [(), ()]


def test_a_waiting_message_is_written_from_the_framework_that_it_was_decided_by(
    world: DispatchWorld,
) -> None:
    world.plan("ada")
    old = world.blueprint.releases[0]
    framework = replace(
        old.frameworks[0],
        blocks=(Block("new", "subject", "New words"), Block("b", "body", "New words")),
        tones=old.frameworks[0].tones[:1],
    )
    changed = replace(old, number=2, since=DUE_AT - MINUTE, frameworks=(framework,))
    with world.store.transaction() as transaction:
        transaction.publish(world.brand, changed)
    assert world.tick(DUE_AT + MINUTE).sent == 1
    (written,) = world.pen.written
    assert written.release.number == written.send.release == 1
    assert written.release.frameworks == old.frameworks


def test_the_writer_uses_the_release_it_is_given_and_no_newer_one() -> None:
    old = writer().write(request(WARM))
    newer = with_blocks(request(WARM), replace(OTHER, tones=("warm",), points=("first",),
                                               offers=("none",), angles=("help",)))  # fmt: skip
    assert writer().write(newer).message.subject == "Whenever you like"
    assert writer().write(request(WARM)).message == old.message
