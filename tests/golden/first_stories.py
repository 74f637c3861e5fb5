"""The first of the stories, up to care in trouble."""

from __future__ import annotations

from msgspec.structs import replace
from telling import ADA, Golden, ada

from rapport.core.brand import Cap
from rapport.core.codec import encode_state
from rapport.core.creative.framework import ONLY, SILENCE, Condition, Rule
from rapport.core.deciding.care import Care, Caring
from rapport.core.events import (
    CartChanged,
    MessageClicked,
    MessageSent,
    OrderPlaced,
    PageViewed,
    ParcelChanged,
    ProfileAbsorbed,
    ProfileChanged,
    ProfileMoved,
    TicketChanged,
)
from rapport.core.person.intent import FEATURES, IntentModel, Score, Trees
from rapport.core.person.predictions import Predictions
from rapport.core.person.rhythm import RhythmModel, SpendingModel
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY
from rapport.testing import examples as ex
from rapport.testing import more_flows as more


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
