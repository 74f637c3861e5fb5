"""The stories behind the golden histories: how each was made. A story that is written is final."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from rapport.core.blueprint import Blueprint, Release
from rapport.core.brand import Cap, Review
from rapport.core.catalogue import Product
from rapport.core.codec import encode_state
from rapport.core.creative.fixed_words_shipped import GERMAN
from rapport.core.creative.framework import ONLY, SILENCE, Block, Condition, Rule, Topic
from rapport.core.deciding.care import Care, Caring
from rapport.core.deciding.had import OfWhat, best_unsaid, said_by, would_say
from rapport.core.effects import AnyEffect, Send
from rapport.core.events import (
    CartChanged,
    CheckoutStarted,
    Event,
    Line,
    MessageBounced,
    MessageClicked,
    MessageSent,
    OrderPlaced,
    PageViewed,
    ParcelChanged,
    ProfileAbsorbed,
    ProfileChanged,
    ProfileMoved,
    TicketChanged,
    Wake,
)
from rapport.core.flow import DecisionPoint
from rapport.core.person.intent import FEATURES, IntentModel, Score, Trees
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel, SpendingModel
from rapport.core.policy.policy import Policy
from rapport.core.state import ProfileState
from rapport.core.step import step
from rapport.core.time import DAY
from rapport.testing import examples as ex
from rapport.testing import more_flows as more

FOLDER = Path(__file__).parent
ADA = "ada"


class Told(Struct, frozen=True):
    """One event, and of whom."""

    profile: str
    event: Event


class Golden(Struct, frozen=True):
    """One history: what was published, what was told, and what followed."""

    about: str
    blueprint: Blueprint
    told: tuple[Told, ...]
    kinds: tuple[str, ...]
    """The kinds of effects that there were when it was written; later kinds are left out."""
    effects: tuple[AnyEffect, ...]
    states: dict[str, bytes]
    """The profiles' states at the end, as they were stored then."""


class Teller:
    """Tells a story: gives events to the core and keeps all that follows."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.told: list[Told] = []
        self.states: dict[str, ProfileState] = {}
        self.effects: list[AnyEffect] = []

    def tell(self, *events: Event, profile: str = ADA) -> Teller:
        for event in events:
            self.told.append(Told(profile, event))
            before = self.states.get(profile) or ProfileState(profile)
            self.states[profile], effects = step(self.blueprint, before, event)
            self.effects.extend(effects)
        return self

    def wait(self, day: int, hour: int = 0, profile: str = ADA) -> Teller:
        return self.tell(Event("wake", ex.at(day, hour), "rapport", Wake()), profile=profile)

    def golden(self, about: str) -> Golden:
        return Golden(
            about=about,
            blueprint=self.blueprint,
            told=tuple(self.told),
            kinds=tuple(sorted(KINDS)),
            effects=tuple(self.effects),
            states={profile: encode_state(state) for profile, state in self.states.items()},
        )


KINDS: dict[str, type] = {kind.__struct_config__.tag: kind for kind in AnyEffect.__args__}


def ada(blueprint: Blueprint | None = None) -> Teller:
    return Teller(blueprint or ex.blueprint()).tell(*ex.subscribed(ex.at(0, 9)))


def left_and_came_back() -> Golden:
    story = ada().tell(
        ex.viewed("v1", ex.at(0, 9, 30)),
        ex.viewed("v2", ex.at(0, 9, 34), ex.MUG),
        ex.checkout("c", ex.at(0, 10)),
    )
    story.wait(0, 19)
    (note,) = story.states[ADA].notes
    story.tell(
        ex.event("sent", note.at + 2_000, MessageSent(note.key), "rapport"),
        ex.event("click", ex.at(0, 20), MessageClicked(note.key, "cart"), "rapport"),
        ex.order("o", ex.at(0, 20, 15)),
    ).wait(9)
    return story.golden("Left a basket, was written to, clicked, came back and bought.")


def order_told_by_two_sources() -> Golden:
    story = ada().tell(
        ex.checkout("c", ex.at(0, 10)),
        ex.order("pixel", ex.at(0, 10, 30), "#1001", source="segment"),
        ex.order("shop", ex.at(0, 10, 31), "o1", refs=("#1001",)),
        ex.order("mail", ex.at(0, 10, 36), "1001", "", "klaviyo"),
        ex.refund("r", ex.at(3), amount=1_000),
        ex.cancellation("x", ex.at(4)),
    )
    return story.wait(9).golden(
        "One order, told by three sources, partly refunded, then cancelled."
    )


def refund_then_checkout() -> Golden:
    story = ada().tell(
        ex.order("o", ex.at(0, 10), "o0", "c0"),
        ex.refund("r", ex.at(5, 10), "o0"),
        ex.checkout("c", ex.at(9, 10)),
    )
    return story.wait(15).golden("A refund, then a basket left behind: nothing playful is said.")


def opt_out_in_between() -> Golden:
    story = ada().tell(ex.checkout("c", ex.at(0, 20, 30)), ex.unsubscribed("u", ex.at(1, 7)))
    return story.wait(9).golden("Left a basket at night and opted out before the morning.")


def cap_puts_off() -> Golden:
    patient = replace(ex.point("second"), patience=9 * DAY)
    flow = replace(ex.CHECKOUT_FLOW, nodes=(*ex.CHECKOUT_FLOW.nodes[:3], patient))
    story = ada(ex.blueprint(of=ex.brand(caps=(Cap(1, 3 * DAY),)), flow=flow))
    story.tell(ex.checkout("c", ex.at(0, 10)))
    return story.wait(20).golden("The second message waits until the cap has room for it.")


def anonymous_then_known() -> Golden:
    story = ada().tell(
        ex.viewed("v1", ex.at(2, 9)), ex.viewed("v2", ex.at(2, 9, 5)), profile="browser"
    )
    known = encode_state(story.states["browser"])
    at = ex.at(2, 9, 20)
    story.tell(ex.event("c#moved", at, ProfileMoved(ADA), "rapport"), profile="browser")
    story.tell(ex.event("c#absorbed", at, ProfileAbsorbed("browser", known), "rapport"))
    story.tell(ex.checkout("c", at))
    return story.wait(9).golden("Browsed without a name, gave it at the checkout, and left.")


def usual_arm() -> Golden:
    story = ada(ex.blueprint(ex.USUAL_ONLY)).tell(ex.checkout("c", ex.at(0, 10)))
    return story.wait(9).golden("The usual arm: what the brand would send to everybody.")


def holdout() -> Golden:
    story = ada(ex.blueprint(ex.HOLDOUT_ONLY)).tell(
        ex.checkout("c", ex.at(0, 10)), ex.order("o", ex.at(2, 10))
    )
    return story.wait(9).golden("The holdout: no message, and what would have happened anyway.")


def no_profiling() -> Golden:
    decline = ex.event("n", ex.at(0, 9), ProfileChanged(no_profiling=True))
    story = ada().tell(decline, ex.checkout("c", ex.at(0, 10)))
    return story.wait(9).golden("Declined profiling: the usual message, and no signals kept.")


def nothing_learnt_yet() -> Golden:
    story = ada(ex.blueprint(policy=Policy())).tell(
        ex.checkout("c1", ex.at(0, 10)),
        ex.checkout("c2", ex.at(8, 10), "b2", (ex.line(ex.MUG, 2),)),
        ex.checkout("c3", ex.at(16, 10), "b3"),
    )
    return story.wait(25).golden("Three baskets under the policy that everybody starts with.")


def rules_of_the_brand() -> Golden:
    recent = Condition("days_since_order", "<", 14.0)
    rules = (
        Rule("no money off after buying", (("offer", ("ten",)),), (recent,)),
        Rule(
            "plain after a refund", (("tone", ("plain",)), ("time", ("evening",))),
            (Condition("days_since_refund", "<", 30.0),), kind=ONLY,
        ),
        Rule("no mugs by night", (("time", ("evening",)), ("visual", ("maker",)))),
        Rule("quiet", when=(Condition("open_tickets", ">", 0.0),), kind=SILENCE),
        Rule(
            "warm while it waits", (("tone", ("warm",)),), kind=ONLY,
            when=(Condition("days_since_refund", "<", 1.0),),
        ),
    )  # fmt: skip
    story = ada(ex.blueprint(rules=rules)).tell(
        ex.checkout("c0", ex.at(0, 10)),
        ex.order("o", ex.at(0, 11), "o0", "c1"),
        ex.refund("r", ex.at(3, 10), "o0"),
        ex.checkout("c1", ex.at(9, 10), "b1"),
    )
    story.wait(17).tell(
        ex.checkout("c2", ex.at(18, 10), "b2"),
        ex.event("t", ex.at(18, 10, 20), TicketChanged("t", open=True)),
    )
    story.wait(26).tell(
        ex.event("u", ex.at(26, 9), TicketChanged("t", open=False)),
        ex.order("p", ex.at(26, 10), "o1", "b9"),
        ex.refund("s", ex.at(26, 11), "o1"),
        ex.checkout("c3", ex.at(26, 12), "b3"),
    )
    return story.wait(40).golden("Rules forbid, fix, silence, and once leave nothing.")


def rhythm_of_orders() -> Golden:
    model = RhythmModel(
        0.5, 60.0, 0.8, 2.5, spending=SpendingModel(6.0, 3.7, 1_500.0), customers=900, until=20_500
    )
    known = Predictions(1, ex.at(40), rhythm=model, note="order rhythm of 900 customers")
    lapsed = Rule(
        "plain to whoever may be gone", (("tone", ("plain",)),), kind=ONLY,
        when=(Condition("p_alive", "<", 0.8), Condition("next_order_overdue", ">", 0.0)),
    )  # fmt: skip
    blueprint = replace(ex.blueprint(rules=(lapsed,)), predictions=(known,))
    story = ada(blueprint).tell(
        ex.order("o0", ex.at(1, 10), "o0", "b0"),
        ex.order("again", ex.at(1, 20), "o1", "b1"),
        ex.order("o2", ex.at(12, 10), "o2", "b2"),
        ex.checkout("before", ex.at(30, 10), "b3"),
    )
    story.wait(36).tell(ex.checkout("after", ex.at(50, 10), "b4")).wait(60)
    story.tell(
        ex.refund("r", ex.at(60, 10), "o2"),
        ex.order("o5", ex.at(61, 10), "o5", "b5"),
        ex.checkout("late", ex.at(400, 10), "b6"),
    )
    return story.wait(410).golden("A rhythm is published between two baskets; a third comes late.")


def a_fuller_picture() -> Golden:
    mugs = Rule(
        "plain about mugs", (("tone", ("playful", "warm")),),
        when=(Condition("category_interest[mugs]", ">=", 0.5),),
    )  # fmt: skip
    policy = Policy(number=4, form=2, since=ex.at(2), exploration=0.0)
    story = ada(replace(ex.blueprint(rules=(mugs,)), policies=(ex.EAGER, policy)))
    said = ProfileChanged(preferences={"Likes": "Green Tea", "gender": "f"})
    story.tell(
        ex.event("page", ex.at(0, 10), PageViewed(device="phone", channel="search"), "segment"),
        ex.viewed("mug", ex.at(0, 10, 1), ex.MUG),
        ex.event("in", ex.at(0, 10, 3), CartChanged(added=ex.line(ex.MUG, 3)), "segment"),
        ex.event("out", ex.at(0, 10, 4), CartChanged(removed=ex.line(ex.MUG)), "segment"),
        ex.event("said", ex.at(0, 10, 5), said, "klaviyo"),
        ex.checkout("early", ex.at(0, 10, 6), "c0", (ex.line(ex.MUG, 2),)),
    ).wait(1)
    for note in story.states[ADA].notes:
        story.tell(ex.event(f"sent {note.key}", ex.at(1, 1), MessageSent(note.key), "rapport"))
    used = OrderPlaced("o", revenue=4_800, total=4_800, currency="GBP", checkout_token="c0",
                       discount_codes=("ten",))  # fmt: skip
    story.tell(
        ex.event("bought", ex.at(1, 12), used),
        ex.event("asks", ex.at(3, 9), TicketChanged("t1")),
        ex.event("well", ex.at(4, 9), TicketChanged("t1", open=False)),
        ex.event("back", ex.at(20, 9), PageViewed(device="computer", channel="email"), "segment"),
        ex.viewed("pot", ex.at(20, 9, 2)),
        ex.checkout("c", ex.at(20, 9, 5), "c1"),
        ex.checkout("more", ex.at(20, 9, 7), "c1", (ex.line(), ex.line(ex.MUG))),
    )
    return story.wait(30).golden("Visits, a cart, an offer used, and what was said, by form 2.")


def intent_of_looks() -> Golden:
    """The trees look at baskets and at how long nothing has happened; the weights at one more."""
    size = len(FEATURES)
    baskets, idle = FEATURES.index("baskets"), FEATURES.index("idle")
    trees = Trees(
        (0, 3), (baskets, -1, -1, idle, -1, -1), (0.5, 0.0, 0.0, 4.0, 0.0, 0.0),
        (1, 0, 0, 4, 0, 0), (2, 0, 0, 5, 0, 0), (0.0, -0.25, 0.75, 0.0, 0.5, -0.5),
    )  # fmt: skip
    weights = (0.125, *(0.0,) * (size - 1))
    score = Score(-2.0, weights, (-8.0,) * size, (12.0,) * size, trees, customers=300)
    shipped = IntentModel(replace(score, prior=True), replace(score, prior=True))
    published = (
        Predictions(0, ex.at(2), shipped, note="intent by the model that Rapport ships"),
        Predictions(1, ex.at(40), IntentModel(day=score), note="learnt"),
    )
    eager = Rule(
        "plain to whoever will order anyway", (("tone", ("plain",)),), kind=ONLY,
        when=(Condition("intent_24h", ">=", 0.12),),
    )  # fmt: skip
    story = ada(replace(ex.blueprint(rules=(eager,)), predictions=published))
    for day, name in ((1, "before"), (20, "shipped"), (50, "own")):
        story.tell(
            ex.viewed(f"{name}-v", ex.at(day, 10)),
            ex.viewed(f"{name}-w", ex.at(day, 10, 4), ex.MUG),
            ex.viewed(f"{name}-x", ex.at(day, 10, 9)),
            ex.checkout(f"{name}-c", ex.at(day, 10, 11), f"b-{name}"),
        ).wait(day + 6)
    story.tell(ex.order("o", ex.at(57, 10), "o", "b-own"))
    return story.wait(60).golden("Intent: none, then by the model that ships, then by one's own.")


def looked_and_left() -> Golden:
    story = ada(more.blueprint())
    story.tell(ex.viewed("v1", ex.at(1, 10)), ex.viewed("v2", ex.at(1, 10, 5), ex.MUG)).wait(2)
    story.tell(
        ex.viewed("v3", ex.at(30, 10)),
        ex.event("no", ex.at(30, 10, 1), ProfileChanged(no_profiling=True)),
    )
    return story.wait(40).golden("Looked and left: welcomed, written to, then not to be watched.")


def cart_then_checkout() -> Golden:
    stays = replace(more.CART_FLOW, exit_on=("order_placed", "opted_out"))
    flows = (ex.CHECKOUT_FLOW, stays, more.BROWSE_FLOW)
    story = ada(more.blueprint(*flows)).tell(
        ex.viewed("v", ex.at(1, 9)),
        more.put_in("p", ex.at(1, 9, 5)),
        ex.checkout("c", ex.at(1, 9, 10)),
        ex.viewed("w", ex.at(1, 9, 20), ex.MUG),
    )
    story.wait(9).tell(
        more.put_in("q", ex.at(12, 9), ex.line(), ex.line(ex.MUG, 2)), ex.viewed("x", ex.at(12, 10))
    )
    return story.wait(20).golden("Looks, a cart and a checkout: the nearer one speaks.")


def after_an_order() -> Golden:
    model = RhythmModel(
        0.9, 30.0, 0.6, 3.0, spending=SpendingModel(6.0, 3.7, 1_500.0), customers=900, until=20_500
    )
    blueprint = more.blueprint(
        predictions=(Predictions(1, ex.at(40), rhythm=model, note="order rhythm"),)
    )
    story = ada(blueprint).tell(
        ex.order("pixel", ex.at(1, 10), "#1", source="segment"),
        ex.order("shop", ex.at(1, 10, 1), "o1", refs=("#1",)),
    )
    story.wait(60).tell(
        ex.order("second", ex.at(60, 10), "o2", "c2"),
        ex.order("third", ex.at(63, 10), "o3", "c3"),
        ex.refund("back", ex.at(65, 10), "o3"),
    )
    return story.wait(400).golden("Orders: thanks, time for more; a rhythm, and one taken back.")


def welcome_in_the_holdout() -> Golden:
    story = ada(more.blueprint(arms=ex.HOLDOUT_ONLY)).tell(
        ex.order("o", ex.at(2, 10)), ex.viewed("v", ex.at(3, 10))
    )
    return story.wait(200).golden("The holdout of every flow: measured, and not written to.")


def predictions_in_the_context() -> Golden:
    """Form 4 leans on intent and rhythm, and counts an unsubscribe by the prediction."""
    rhythm = RhythmModel(
        0.5, 60.0, 0.8, 2.5, spending=SpendingModel(6.0, 3.7, 1_500.0), customers=900, until=20_500
    )
    known = Predictions(1, ex.at(30), rhythm=rhythm, note="order rhythm of 900 customers")
    bent = (0.02, *(0.0,) * 8, 0.01, 0.06, -0.03)
    policy = Policy(
        number=1, form=4, since=ex.at(2), decisions=400, boldness=0.8,
        baseline=(0.1, *(0.01,) * 11),
        send=(0.05, *(0.0,) * 11), effects={"tone:warm": bent, "offer:ten": bent[::-1]},
        errors={"tone:warm": (1e-4,) * 78, "send": (1e-5,) * 78}, unknown=(2e-5,) * 78,
    )  # fmt: skip
    release = ex.blueprint().releases[0]
    costly = replace(release, brand=replace(release.brand, unsubscribe_cost=400.0))
    blueprint = replace(
        ex.blueprint(), releases=(costly,), policies=(ex.EAGER, policy), predictions=(known,)
    )
    story = ada(blueprint).tell(
        ex.order("o0", ex.at(1, 10), "o0", "b0"),
        ex.checkout("unknown yet", ex.at(20, 10), "b1"),
    )
    story.wait(29).tell(
        ex.order("o2", ex.at(31, 10), "o2", "b2"), ex.checkout("known", ex.at(40, 10), "b3")
    )
    return story.wait(60).golden("Form 4: intent and rhythm are features once they are published.")


def care_in_trouble() -> Golden:
    """Each of the things after which marketing waits or softens, one after the other."""
    care = replace(Care(), refund=Caring(wait=2 * DAY, soften=("warm",), soft_for=20 * DAY))
    blueprint = ex.blueprint(arms=ex.USUAL_ONLY, of=ex.brand(arms=ex.USUAL_ONLY, care=care))
    story = ada(blueprint).tell(
        ex.event("late", ex.at(0, 9), ParcelChanged("p1")),
        ex.checkout("c1", ex.at(1, 10), token="c1"),
        ex.event("came", ex.at(3, 9), ParcelChanged("p1", delayed=False)),
        ex.checkout("c2", ex.at(9, 10), token="c2"),
        ex.order("o", ex.at(10, 10), "o1", "c2"),
        ex.refund("r", ex.at(20, 10), "o1"),
        ex.checkout("c3", ex.at(21, 10), token="c3"),
        ex.checkout("c4", ex.at(30, 10), token="c4"),
        ex.event("asked", ex.at(40, 9), TicketChanged("t1")),
        ex.checkout("c5", ex.at(41, 10), token="c5"),
    )
    return story.wait(60).golden("Silence in trouble, a soft tone after a refund, else as usual.")


def said_before() -> Golden:
    """Three baskets within a month, of a shop with one approved wording for each tone and angle."""
    plan = ex.blueprint(of=ex.brand(caps=()))
    blocks = [Block("subject", "subject", "For you, until {{ offer.ends }}")]
    for tone, angle in (("plain", "help"), ("plain", "craft"), ("warm", "help"), ("warm", "craft")):
        text = f"A few words about {angle}, in a tone that is {tone}."
        blocks.append(
            Block(f"{tone}/{angle}", "body", text, tones=(tone,), angles=(angle,), language="en")
        )
    framework = replace(ex.FRAMEWORK, blocks=tuple(blocks), tones=ex.FRAMEWORK.tones[:2], rules=())
    release = replace(plan.releases[0], frameworks=(framework,))
    story = ada(replace(plan, releases=(release,)))
    for number, product in enumerate((ex.TEAPOT, ex.MUG, ex.TEAPOT, ex.MUG)):
        day = 8 * number
        left = ex.checkout(f"c{number}", ex.at(day, 10), token=f"t{number}")
        line = replace(left.body.lines[0], product_id=product.id, category=product.category)
        story.tell(replace(left, body=replace(left.body, lines=(line,))))
        for hour in range(11, 72):
            story.wait(day, hour)
            _go_out(story, release, product)
    return story.wait(60).golden("What was said is not drawn again, until all has been said.")


def _go_out(story: Teller, release: Release, product: Product) -> None:
    """What was planned goes out, in the words that the writer would choose."""
    state = story.states[ADA]
    for send in [e for e in story.effects if isinstance(e, Send)]:
        if any(note.key == send.key and not note.confirmed for note in state.notes):
            about = OfWhat(((product.id, product.category),), product.price)
            framework = release.frameworks[0]
            words = best_unsaid(framework, send.point, send.action, ("en", "en"), state.had, about)
            sent = MessageSent(send.key, words=said_by(words, about, send.action.offer))
            story.tell(ex.event(f"sent-{send.key}", send.at + 1_000, sent, "rapport"))


def two_become_one() -> Golden:
    story = Teller(more.blueprint())
    for who in (ADA, "ben"):
        known = ex.event(f"known-{who}", ex.at(-9), ProfileChanged(has_email=True))
        story.tell(known, more.opted_in(f"in-{who}", ex.at(-9), "import"), profile=who)
    story.tell(ex.order("o", ex.at(0, 10)), profile="ben")
    story.tell(ex.viewed("v", ex.at(3, 8)), profile="ben")
    story.tell(ex.checkout("c", ex.at(3, 8, 30), "of-ben"), profile="ben")
    story.tell(ex.checkout("d", ex.at(3, 8, 40), "of-ada"))
    story.wait(3, 9, "ben")
    known_of_ben = encode_state(story.states["ben"])
    at = ex.at(3, 9)
    story.tell(ex.event("m#moved", at, ProfileMoved(ADA), "rapport"), profile="ben")
    story.tell(ex.event("m#absorbed", at, ProfileAbsorbed("ben", known_of_ben), "rapport"))
    return story.wait(300).golden("Two customers turn out to be one, and what waited goes on.")


def levels_known_unevenly() -> Golden:
    """Form 6: three offers, one known well, one hardly, one not at all."""
    policy = Policy(
        number=1, form=6, since=ex.at(2), decisions=400, boldness=0.8,
        baseline=(0.1,), send=(0.05,),
        effects={"offer:ten": (0.01,), "offer:none": (0.012,)},
        errors={"offer:ten": (1e-6,), "offer:none": (4e-4,), "send": (1e-5,)}, unknown=(9e-4,),
    )  # fmt: skip
    story = ada(replace(ex.blueprint(), policies=(ex.EAGER, policy)))
    for month in range(6):
        day = 31 * month + 3
        story.tell(ex.checkout(f"c{month}", ex.at(day, 10), f"b{month}")).wait(day + 20)
    return story.wait(200).golden("Form 6: chances of offers of which one is known far better.")


def caps_that_look_far_back() -> Golden:
    """As many messages as no state remembered before, and for as long."""
    owner = ex.brand(arms=ex.USUAL_ONLY, caps=(Cap(9, 28 * DAY), Cap(10, 60 * DAY)))
    flow = replace(ex.CHECKOUT_FLOW, nodes=(ex.point("first"),), reentry_after=0)
    story = ada(ex.blueprint(flow=flow, of=owner))
    for day in (*range(1, 12), 28, 29, 30, 60, 61, 62):
        story.tell(ex.checkout(f"c{day}", ex.at(day, 10), token=f"t{day}"))
        for send in [e for e in story.effects if isinstance(e, Send) and e.at == ex.at(day, 10)]:
            sent = MessageSent(send.key)
            story.tell(ex.event(f"sent-{send.key}", send.at + 1_000, sent, "rapport"))
    return story.wait(70).golden("Nine messages in four weeks, ten in sixty days, and no more.")


def told_late_claimed_and_gone_back() -> Golden:
    """What is told too late begins nothing; an order that anybody claimed ends and counts nothing;
    what goes back is taken off decisions whose windows are open."""
    late = replace(ex.checkout("late", ex.at(1, 10), token="b0"), told=ex.at(1, 17))
    claim = ex.order("claim", ex.at(2, 12), "o1", source="segment")
    claimed = replace(claim, body=replace(claim.body, claimed=True))
    story = ada(ex.blueprint()).tell(late, ex.checkout("c1", ex.at(2, 10), token="b1"))
    story.wait(2).tell(claimed, ex.checkout("c2", ex.at(9, 10), token="b2"))
    story.wait(10).tell(
        ex.order("kept", ex.at(10, 12), "o2", "b2"),
        ex.refund("part", ex.at(11, 9), "o2", 500),
        replace(ex.refund("nobody's", ex.at(11, 10), "o2"), source="segment"),
        ex.refund("whole", ex.at(12, 9), "o2"),
    )
    return story.wait(60).golden("Told late, claimed, and gone back: nothing is made of it.")


def two_sizes_and_an_order_of_unknown_worth() -> Golden:
    """A cart with two variants of a product; visits that nobody told the channel of; and an order
    that nobody told the worth of."""
    small = replace(ex.line(ex.MUG), variant_id="s", unit_price=1_000)
    large = replace(small, variant_id="l", unit_price=3_000)
    policy = Policy(number=4, form=2, since=ex.at(0), exploration=0.0)
    story = ada(replace(more.blueprint(), policies=(policy,))).tell(
        ex.event("page", ex.at(0, 10), PageViewed(), "segment"),
        ex.event("mail", ex.at(1, 8), PageViewed(channel="email"), "segment"),
        ex.event("s", ex.at(1, 9), CartChanged(added=small), "segment"),
        ex.event("l", ex.at(1, 9, 1), CartChanged(added=large), "segment"),
        ex.event("both", ex.at(1, 9, 2), CartChanged(added=small, lines=(large, small)), "klaviyo"),
    )
    story.wait(5).tell(
        ex.event("untold", ex.at(6), OrderPlaced("o", lines=(ex.line(),), currency="GBP")),
        ex.checkout("c", ex.at(9, 10), lines=(small, large)),
    )
    return story.wait(40).golden("Two sizes in a cart, and an order of which no money counts.")


def told_in_any_order() -> Golden:
    """What is told late opens, lifts and changes nothing that a later word closed, chose or told;
    and of a profile that cannot be read nobody knows whether it had opted out."""
    made = ex.blueprint(of=ex.brand(arms=ex.USUAL_ONLY, care=Care()))
    (release,) = made.releases
    framework = replace(release.frameworks[0], topic=Topic("baskets", "Notes about a basket"))
    story = ada(replace(made, releases=(replace(release, frameworks=(framework,)),)))

    def chose(name: str, day: int, *declined: str, kept: tuple[str, ...] | None = None) -> Event:
        body = ProfileChanged(declined_topics=declined, kept_topics=kept)
        return ex.event(name, ex.at(day, 9), body, "segment" if kept is None else "web")

    story.tell(
        ex.event("answered", ex.at(0, 11), TicketChanged("t1", open=False)),
        ex.event("asked", ex.at(0, 10), TicketChanged("t1")),
        ex.event("came", ex.at(0, 11), ParcelChanged("p1", delayed=False)),
        ex.event("late", ex.at(0, 10), ParcelChanged("p1")),
        ex.checkout("c1", ex.at(1, 10), token="b1"),
        chose("declines", 10, "baskets", kept=()),
        chose("older", 9, kept=("baskets",)),
        chose("stranger", 11),
        ex.checkout("c2", ex.at(12, 10), token="b2"),
        chose("keeps", 20, kept=("baskets",)),
        chose("long ago", 19, "baskets", kept=()),
        ex.event("new", ex.at(20, 12), ProfileChanged(has_email=True, country="DE")),
        ex.event("old", ex.at(20, 11), ProfileChanged(country="GB")),
        ex.event("bounced", ex.at(20, 11), MessageBounced()),
        ex.checkout("c3", ex.at(21, 10), token="b3"),
        ex.event("m", ex.at(40, 9), ProfileAbsorbed("ben", b"\x00"), "rapport"),
        ex.checkout("c4", ex.at(41, 10), token="b4"),
    )
    return story.wait(60).golden("Told in any order: the later word holds, and no stop is lost.")


def two_languages() -> Golden:
    """Ada reads German, in which one tone and the offers are not said and another tone is for one
    angle alone; Fred reads French, in which nothing is."""
    plan = ex.blueprint(of=ex.brand(caps=()))
    blocks = [
        Block(f"{slot}/{tone}", slot, f"The {slot}, by somebody {tone}", tones=(tone,))
        for slot in ("subject", "body")
        for tone in ("plain", "warm", "playful")
    ]
    german = [replace(b, id=f"{b.id}/de", text=f"Zu {b.text}", language="de") for b in blocks[:5]]
    german = [replace(b, angles=("help",)) if "warm" in b.tones else b for b in german]
    many = (Condition("cart_total", ">=", 6_000.0),)
    jokes = Rule("jokes about many", (("tone", ("playful",)),), many, ONLY)
    visuals = (ex.FRAMEWORK.visuals[0], replace(ex.FRAMEWORK.visuals[1], needs=("reviews",)))
    framework = replace(
        ex.FRAMEWORK, blocks=(*blocks, *german), visuals=visuals, rules=(jokes,),
        layouts=(("maker", "{% for one in reviews %}{{ one.words }}{% endfor %}"),),
    )  # fmt: skip
    said = Review("It pours.", "Imran", "a letter", "teapots")
    reviews = (said, replace(said, about="mugs", language="de"))
    owner = replace(plan.releases[0].brand, words={"de": GERMAN}, reviews=reviews)
    release = replace(plan.releases[0], brand=owner, frameworks=(framework,))
    story = Teller(replace(plan, releases=(release,)))
    for who, language in ((ADA, "de"), ("fred", "fr")):
        known = ex.event(f"{who}-reads", ex.at(0, 9, 1), ProfileChanged(language=language))
        story.tell(*ex.subscribed(ex.at(0, 9), f"-{who}"), known, profile=who)
        for n, (product, count) in enumerate(
            ((ex.TEAPOT, 1), (ex.MUG, 1), (ex.MUG, 4), (ex.MUG, 1))
        ):
            lines = (ex.line(product, count),)
            left = ex.checkout(f"{who}-{n}", ex.at(8 * n, 10), f"{who}-t{n}", lines)
            story.tell(left, profile=who)
            for hour in range(11, 72):
                story.wait(8 * n, hour, who)
                _go_out_to(story, who)
        story.wait(60, 0, who)
    return story.golden("A choice is made in the language that somebody reads, where it can be.")


def _go_out_to(story: Teller, who: str) -> None:
    """What was planned for somebody goes out in their language or the brand's."""
    state = story.states[who]
    for send in [e for e in story.effects if isinstance(e, Send) and e.profile == who]:
        if any(note.key == send.key and not note.confirmed for note in state.notes):
            words = would_say(story.blueprint, state, send)
            sent = MessageSent(send.key, words=words)
            event = ex.event(f"sent-{send.key}", send.at + 1_000, sent, "rapport")
            story.tell(event, profile=who)


def left_before_the_evening() -> Golden:
    """Whoever orders before the chosen moment counts for it; silence names its moment."""
    evening = ex.point("first").times[2]
    nodes = tuple(
        replace(node, times=(evening,), usual={**node.usual, "time": "evening"})
        if isinstance(node, DecisionPoint)
        else node
        for node in ex.CHECKOUT_FLOW.nodes
    )
    policy = Policy(number=1, form=2, send=(-0.9,) + (0.0,) * 7, errors={"send": (1e-9,)})
    flow = replace(ex.CHECKOUT_FLOW, nodes=nodes)
    story = ada(ex.blueprint(flow=flow, policy=policy)).tell(
        ex.checkout("soon", ex.at(1, 10), token="b1"),
        ex.order("bought", ex.at(1, 15), "o1", "b1"),
    )
    story.wait(8).tell(
        ex.checkout("late", ex.at(10, 10), token="b2"),
        ex.order("bought late", ex.at(12, 9), "o2", "b2"),
    )
    return story.wait(40).golden("Bought before the evening came, and after it.")


def on_a_phone_and_at_a_computer() -> Golden:
    """Form 7: what is good on a phone is bad elsewhere, and somebody comes by both."""
    playful = (0.0,) * 12 + (0.04,)
    policy = Policy(
        number=1, form=7, since=ex.at(2), decisions=400, boldness=0.4,
        baseline=(0.1,), send=(0.06, *(0.0,) * 12),
        effects={"tone:playful": playful, "tone:warm": (0.02,)},
        errors={"tone:playful": (1e-6,), "tone:warm": (1e-6,), "send": (1e-6,)}, unknown=(1e-5,),
    )  # fmt: skip
    story = ada(replace(ex.blueprint(), policies=(ex.EAGER, policy)))
    for month, device in enumerate(("", "phone", "computer", "phone")):
        day = 31 * month + 3
        seen = PageViewed(device=device)
        story.tell(ex.event(f"seen{month}", ex.at(day, 9, 50), seen, "segment"))
        story.tell(ex.checkout(f"c{month}", ex.at(day, 10), f"b{month}")).wait(day + 20)
    return story.wait(140).golden("Form 7: a tone that is good on a phone, and no good elsewhere.")


def baskets_without_prices() -> Golden:
    """Checkouts whose lines the catalogue prices, whose whole was told, and of which nobody knows
    what they come to; and a cart of that kind."""
    policy = Policy(number=1, form=7, send=(0.06, *(0.0,) * 12), errors={"send": (1e-6,)})
    bare, elsewhere = Line(ex.TEAPOT.id), Line("from-elsewhere")
    story = ada(replace(more.blueprint(), policies=(policy,)))

    def left(month: int, *lines: Line, **told: object) -> None:
        body = replace(CheckoutStarted(f"b{month}", lines), **told)  # type: ignore[arg-type]
        story.tell(ex.event(f"c{month}", ex.at(31 * month + 1, 10), body, "klaviyo"))
        story.wait(31 * month + 20)

    left(0, bare)
    left(1, bare, elsewhere)
    left(2, bare, elsewhere, total=6_000)
    left(3, bare, discount_codes=("TEN",))
    left(4, replace(bare, free=True), free=True)
    cart = CartChanged(lines=(bare, elsewhere))
    story.tell(ex.event("cart", ex.at(156, 10), cart, "klaviyo"))
    return story.wait(190).golden("Baskets told without prices: listed ones, and unknown ones.")


STORIES: dict[str, Callable[[], Golden]] = {
    story.__name__: story
    for story in (
        left_and_came_back,
        order_told_by_two_sources,
        refund_then_checkout,
        opt_out_in_between,
        cap_puts_off,
        anonymous_then_known,
        usual_arm,
        holdout,
        no_profiling,
        nothing_learnt_yet,
        rules_of_the_brand,
        rhythm_of_orders,
        a_fuller_picture,
        intent_of_looks,
        looked_and_left,
        cart_then_checkout,
        after_an_order,
        welcome_in_the_holdout,
        predictions_in_the_context,
        care_in_trouble,
        said_before,
        two_become_one,
        levels_known_unevenly,
        caps_that_look_far_back,
        told_late_claimed_and_gone_back,
        two_sizes_and_an_order_of_unknown_worth,
        told_in_any_order,
        two_languages,
        left_before_the_evening,
        on_a_phone_and_at_a_computer,
        baskets_without_prices,
    )
}


def encode(golden: Golden) -> bytes:
    """As it is kept: JSON that a person can read and a diff can show."""
    return msgspec.json.format(msgspec.json.encode(golden), indent=1) + b"\n"


def decode(stored: bytes) -> Golden:
    return msgspec.json.decode(stored, type=Golden)


def write(folder: Path) -> list[str]:
    """Writes the histories that are not there yet, and never touches one that is."""
    written = []
    for name, story in STORIES.items():
        path = folder / f"{name}.json"
        if not path.exists():
            with path.open("xb") as file:
                file.write(encode(story()))
            written.append(name)
    return written


if __name__ == "__main__":
    for name in write(FOLDER):
        print(f"wrote {name}.json")  # noqa: T201 a script's own words
