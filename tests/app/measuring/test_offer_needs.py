"""Who needs an offer, told of a brand's own decisions; and on one decision's page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from ope_log import KNOWING, Book, a_book, chance, flat

from rapport.app.evidence.recorded import offers_worth, recorded
from rapport.app.explaining.explain import Explanation, explain
from rapport.app.explaining.need_of_one import need_of_one, offers_for_one
from rapport.app.measuring.need import EVERYBODY, OfferNeeds
from rapport.app.measuring.need_text import NeedStory, need_story
from rapport.core.blueprint import Blueprint
from rapport.core.creative.framework import Action
from rapport.core.decision import Decision, SignalValue
from rapport.core.policy.policy import FEATURES, Policy
from rapport.errors import TemporaryError
from rapport.ports import Lessons
from rapport.science.need import Interval, Need, NeedBook, Trial
from rapport.science.unavailable import Unavailable
from rapport.testing import examples as ex

PACKED = len(FEATURES) * (len(FEATURES) + 1) // 2


def sure(variance: float) -> tuple[float, ...]:
    return (variance,) + (0.0,) * (PACKED - 1)


LEARNT = Policy(
    number=0,
    form=2,
    decisions=900,
    note="learnt from 900 closed decisions",
    baseline=flat(0.1),
    send=flat(0.05),
    effects={"offer:none": flat(0.0), "offer:ten": flat(0.3), "offer:post": flat(-0.01)},
    errors=dict.fromkeys(("send", "offer:none", "offer:ten", "offer:post"), sure(1e-4)),
    unknown=sure(1e-3),
)
BUYS = replace(
    LEARNT, baseline=flat(0.6), effects={"offer:none": flat(0.0), "offer:ten": flat(0.01)}
)


@pytest.fixture(scope="module")
def book() -> Book:
    return a_book(1_500, replace(KNOWING, exploration=0.0))


def told(book: Book) -> tuple[list[Need], NeedStory]:
    known = OfferNeeds()
    known.catch_up(book, book.blueprint)
    needs = known.needs()
    return needs, need_story(known.book, needs, book.blueprint.releases[-1])


def find(needs: list[Need], offer: str, kind: str = EVERYBODY) -> Need:
    return next(one for one in needs if (one.offer, one.kind) == (offer, kind))


def test_the_uplift_of_an_offer_holds_the_truth(book: Book) -> None:
    needs, _ = told(book)
    truth = chance(Action(offer="ten")) - chance(Action(offer="none"))
    found = find(needs, "ten").added
    assert isinstance(found, Interval)
    assert found.low <= truth <= found.high
    assert found.low > 0.0
    other = find(needs, "post").added
    assert isinstance(other, Interval)
    assert other.low <= 0.0 <= other.high


def test_read_bit_by_bit_or_at_once_it_is_the_same(book: Book) -> None:
    at_once, bit_by_bit = OfferNeeds(), OfferNeeds()
    at_once.catch_up(book, book.blueprint)
    for count in (1, 50, 300, len(book.lessons_)):
        part = replace_lessons(book, count)
        bit_by_bit.catch_up(part, part.blueprint)
    assert bit_by_bit.needs() == at_once.needs()
    assert bit_by_bit.book.trials == at_once.book.trials > 300
    slowly, looks = OfferNeeds(), 1
    while not slowly.catch_up(book, book.blueprint, most=200):
        looks += 1
    assert looks == len(book.lessons_) // 200 + 1
    assert slowly.needs() == at_once.needs()


def replace_lessons(book: Book, count: int) -> Book:
    return Book(book.blueprint, book.lessons_[:count], book.decisions)


class BreaksOff:
    """A log whose second page cannot be read at first."""

    def __init__(self, book: Book) -> None:
        self._book, self.broken = book, True

    def lessons(self, brand: str, after: int, limit: int) -> Lessons:
        if after >= 100 and self.broken:
            raise TemporaryError("The database is busy.")
        return self._book.lessons(brand, after, min(limit, 100))

    def all_decisions(self, brand: str) -> Iterator[bytes]:
        return self._book.all_decisions(brand)


def test_what_breaks_off_is_taken_up_where_it_was_and_nothing_counts_twice(book: Book) -> None:
    log, known, at_once = BreaksOff(book), OfferNeeds(), OfferNeeds()
    assert not known.catch_up(log, book.blueprint, most=100)
    with pytest.raises(TemporaryError):
        known.catch_up(log, book.blueprint, most=100)
    log.broken = False
    while not known.catch_up(book, book.blueprint, most=70):
        pass
    at_once.catch_up(book, book.blueprint)
    assert known.needs() == at_once.needs()


def test_a_damaged_draw_teaches_nothing_and_stops_nothing(book: Book) -> None:
    known, whole = OfferNeeds(), OfferNeeds()
    first = next(
        one for one in book.lessons_ if any(d.factor == "offer" for d in one.decision.draws)
    )
    broken = [
        replace(one, probabilities=one.probabilities[:1]) if one.factor == "offer" else one
        for one in first.decision.draws
    ]
    damaged = replace(first, decision=replace(first.decision, draws=tuple(broken)))
    lessons = [damaged if one is first else one for one in book.lessons_]
    known.catch_up(Book(book.blueprint, lessons, book.decisions), book.blueprint)
    whole.catch_up(book, book.blueprint)
    assert known.book.trials == whole.book.trials - 1


def test_it_is_told_in_words_with_the_interval(book: Book) -> None:
    _, story = told(book)
    words = "\n".join(story.says)
    assert "orders in 100 messages (" in words
    assert "would have come anyway" in words
    titles = [table.title for table in story.tables]
    assert titles == ["Who needs an offer", "Who gets which offer"]
    for table in story.tables:
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert {"None", "nan"}.isdisjoint(cell for row in table.rows for cell in row)


def test_kinds_of_which_little_can_be_told_are_left_out_and_counted(book: Book) -> None:
    known = OfferNeeds()
    known.catch_up(book, book.blueprint)
    release, needs = book.blueprint.releases[-1], known.needs()
    some, every = (
        need_story(known.book, needs, release, every=one).tables[0] for one in (False, True)
    )
    assert len(every.rows) == len(needs) > len(some.rows)
    assert f"In {len(needs) - len(some.rows)} more rows" in some.note
    assert "more rows" not in every.note


def test_one_enormous_basket_decides_about_no_offer_and_is_told(book: Book) -> None:
    honest, _ = told(book)
    lessons = list(book.lessons_)
    place = next(n for n, one in enumerate(lessons) if n > 300 and one.outcome.orders)
    basket = replace(lessons[place].decision, margin=10**12)
    lessons[place] = replace(lessons[place], decision=basket)
    known = OfferNeeds()
    known.catch_up(Book(book.blueprint, lessons, book.decisions), book.blueprint)
    release = book.blueprint.releases[-1]
    story = need_story(known.book, known.needs(), release, held=known.margins.held)
    assert "1 basket counts as 4 times what 95% of those before were worth" in " ".join(story.says)
    for offer in ("ten", "post"):
        before, after = find(honest, offer), find(known.needs(), offer)
        assert after.verdict == before.verdict
        assert not isinstance(before.worth, Unavailable)
        assert not isinstance(after.worth, Unavailable)
        assert after.worth.value == pytest.approx(before.worth.value, abs=60.0)


def test_who_gets_what_more_often_than_most_is_told_in_words() -> None:
    book = NeedBook()
    for number in range(400):
        new = number % 2 == 0
        offer = "ten" if new and number % 4 else "none"
        kinds = (EVERYBODY, "new" if new else "known")
        book.take(Trial(offer, {"none": 0.5, "ten": 0.5}, {}, 900.0, number % 9 == 0, kinds))
    words = need_story(book, book.needs(), ex.blueprint().releases[-1]).says
    label = next(offer.label for offer in ex.blueprint().releases[-1].offers if offer.key == "ten")
    assert words[-2:] == (
        f"Somebody who has not ordered before gets ‘{label}’ more often than most (50%, everybody "
        "25%).",
        "Somebody who has ordered before gets no offer more often than most (100%, everybody 75%).",
    )


def test_a_page_says_that_an_offer_would_take_orders_away(book: Book) -> None:
    hurts = replace(LEARNT, effects={"offer:none": flat(0.1), "offer:ten": flat(0.0)})
    words = page_of(book, "none", hurts).need
    assert "would take 10.0 ± 1.4 orders in 100 away" in words


def test_with_nothing_closed_it_says_so() -> None:
    _, story = told(Book(ex.blueprint()))
    assert story.says == (
        "No message has closed yet in which chance chose between an offer and none.",
    )
    assert story.tables == ()


def decided(book: Book, offer: str) -> Decision:
    return next(
        one for one in book.decisions if one.action.offer == offer and one.stage == "content"
    )


def say(minor: float) -> str:
    return f"£{minor / 100:.2f}"


def as_weighed_by(
    book: Book, decision: Decision, policy: Policy
) -> tuple[Decision, Decision, Blueprint]:
    """The decision as it would be on record had this policy made it, the moment before it, and what
    held then."""
    run = (decision.profile, decision.run, "time")
    moment = next(one for one in book.decisions if (one.profile, one.run, one.stage) == run)
    blueprint = replace(book.blueprint, policies=(replace(policy, number=decision.policy),))
    record = recorded(blueprint, decision, moment)
    assert not isinstance(record, Unavailable)
    worth = offers_worth(policy, record)
    assert worth is not None
    draws = [
        replace(drawn, values=worth.values) if drawn.factor == "offer" else drawn
        for drawn in decision.draws
    ]
    return replace(decision, draws=tuple(draws)), moment, blueprint


def page_of(book: Book, offer: str, policy: Policy) -> Explanation:
    """What the page of a message with this offer says, had this policy made the choice."""
    decision, moment, blueprint = as_weighed_by(book, decided(book, offer), policy)
    return explain(decision, blueprint, moment)


def test_a_page_says_that_somebody_would_buy_anyway(book: Book) -> None:
    words = page_of(book, "none", BUYS).need
    assert words.startswith("No discount: this person would probably buy anyway (65 in 100")
    assert "would add 1.0 ± 1.4 orders in 100 and cost £" in words
    assert "less a message than none" in words


def test_a_page_says_that_somebody_needs_it(book: Book) -> None:
    words = page_of(book, "ten", LEARNT).need
    assert "should add 30.0 ± 1.4 orders in 100" in words
    assert "more a message than none." in words


def test_a_page_says_what_was_tried_only_to_learn(book: Book) -> None:
    assert "it was being tried, to learn" in page_of(book, "ten", BUYS).need
    words = page_of(book, "none", LEARNT).need
    assert words.endswith("more a message than none; to leave it out was being tried.")


@pytest.mark.parametrize(
    ("none", "ten", "post", "end"),
    [
        (10.4, 10.1, 0.0, "That brings as much as a message without an offer."),
        (10.1, 10.1, 10.4, "That brings as much as a message without an offer."),
        (10.1, 10.1, 61.0, "as much as a message without an offer (‘{post}’ looks better)."),
        (0.0, 50.0, 61.0, "£0.50 more a message than none (‘{post}’ looks better still)."),
        (0.0, 61.1, 61.4, "That brings £0.61 more a message than none."),
    ],
)  # fmt: skip
def test_only_what_looks_better_as_it_is_shown_is_called_better(
    book: Book, none: float, ten: float, post: float, end: str
) -> None:
    decision, release = decided(book, "ten"), book.blueprint.releases[-1]
    worth = {"none": none, "ten": ten, "post": post}
    draws = [
        replace(one, levels=tuple(worth), values=tuple(worth.values()))
        if one.factor == "offer"
        else one
        for one in decision.draws
    ]
    orders = {"none": 0.15, "ten": 0.45, "post": 0.14}
    words = need_of_one(replace(decision, draws=tuple(draws)), LEARNT, release, say, orders)
    label = {one.key: one.label or one.key for one in release.offers}
    assert words.endswith(end.format(post=label["post"]))


TONES = {"tone:warm": flat(0.04), "tone:plain": flat(-0.02), "tone:playful": flat(-0.14)}


@pytest.mark.parametrize("offer", ["none", "ten"])
@pytest.mark.parametrize("learnt", [LEARNT, BUYS])
def test_what_an_offer_brings_is_how_far_it_stands_from_none_in_the_chart(
    book: Book, offer: str, learnt: Policy
) -> None:
    policy = replace(learnt, effects={**learnt.effects, **TONES})
    page = page_of(book, offer, policy)
    (part,) = (part for part in page.chart if part.factor == "Offer")
    shown = {
        bar.label: round(100 * float(bar.worth.replace("−", "-").replace("£", "")))
        for bar in part.bars
    }
    label = {one.key: one.label for one in book.blueprint.releases[-1].offers}
    against = shown[label["ten"]] - shown[label["none"]]
    if offer == "none":  # the best of the others is told
        against = max(value for name, value in shown.items() if name != label["none"])
        against -= shown[label["none"]]
    verb = "bring" if offer == "none" and against > 0 else "brings"
    more = "more" if against > 0 else "less"
    assert f"{verb} {say(abs(against))} {more} a message than none" in page.need


def test_a_page_tells_orders_with_the_wording_that_the_offers_were_weighed_with(
    book: Book,
) -> None:
    policy = replace(LEARNT, effects={**LEARNT.effects, **TONES})
    words = page_of(book, "ten", policy).need
    assert words.startswith(
        "With the wording that looks best about 19.0 in 100 people like this one order without an "
        "offer; "
    )


def test_a_page_says_what_an_offer_counted_for_while_its_budget_runs_out(book: Book) -> None:
    words = page_of(book, "ten", replace(LEARNT, offer_prices={"ten": 1.0})).need
    found = re.search(r"cost £([0-9.]+) on each order that uses it \(counted as £([0-9.]+),", words)
    assert found
    assert float(found[2]) == pytest.approx(2.0 * float(found[1]))
    assert "counted as" not in page_of(book, "ten", LEARNT).need


def test_a_page_makes_nothing_up_where_nothing_is_learnt(book: Book) -> None:
    decision, release = decided(book, "none"), book.blueprint.releases[-1]
    orders = {"none": 0.15, "ten": 0.45, "post": 0.14}
    assert need_of_one(decision, LEARNT, release, say, orders)
    unlearnt = replace(LEARNT, decisions=0)
    assert "not learnt yet" in need_of_one(decision, unlearnt, release, say, orders)
    assert need_of_one(decision, None, release, say, orders) == ""
    assert need_of_one(replace(decision, reason="usual"), LEARNT, release, say, orders) == ""
    assert need_of_one(replace(decision, draws=()), LEARNT, release, say, orders) == ""
    assert need_of_one(decision, LEARNT, release, say, {}) == ""
    assert offers_for_one(replace(decision, signals=()), LEARNT, release, orders) == []


def test_what_cannot_be_weighed_again_as_it_was_says_nothing_of_need(book: Book) -> None:
    decision, moment, blueprint = as_weighed_by(book, decided(book, "none"), BUYS)
    assert explain(decision, blueprint, moment).need
    assert explain(decision, blueprint).need == ""
    draws = [
        replace(one, values=tuple(value + 1.0 for value in one.values)) for one in decision.draws
    ]
    assert explain(replace(decision, draws=tuple(draws)), blueprint, moment).need == ""


def test_a_page_says_what_an_unsubscribe_counted_and_where_that_comes_from(book: Book) -> None:
    decision = decided(book, "none")
    newest = replace(BUYS, form=4, number=decision.policy)
    blueprint = replace(book.blueprint, policies=(newest,))

    def note(one: Decision) -> str:
        return next(
            t.note for t in explain(one, blueprint).tables if t.title == "What was possible"
        )

    known = [s for s in decision.signals if s.name != "predicted_value_365d"]
    bare = replace(decision, signals=tuple(known))
    told = replace(decision, signals=(*known, SignalValue("predicted_value_365d", 9_000.0)))
    assert note(bare).endswith("the brand's own figure, as nothing is predicted.")
    assert note(told).endswith("the margin of a year of orders, as predicted.")
    dear = replace(decision, signals=(*known, SignalValue("predicted_value_365d", 9e6)))
    assert "the most that it may: 10 times the brand's own figure" in note(dear)
    assert note(dear).rstrip(".")[-1].isdigit()  # and what was predicted
    cheap = replace(decision, signals=(*known, SignalValue("predicted_value_365d", 1.0)))
    assert "the least that it may: 0.25 times the brand's own figure" in note(cheap)
    older = replace(blueprint, policies=(replace(newest, form=2),))
    possible = explain(told, older).tables[0]
    assert "unsubscribe" not in possible.note
