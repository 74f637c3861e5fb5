"""The stories from then on, as they came about."""

from __future__ import annotations

from msgspec.structs import replace
from telling import ADA, Golden, Teller, ada

from rapport.core.blueprint import Release
from rapport.core.brand import Cap, Review
from rapport.core.catalogue import Product
from rapport.core.codec import encode_state
from rapport.core.creative.fixed_words_shipped import GERMAN
from rapport.core.creative.framework import ONLY, Block, Condition, Rule, Topic
from rapport.core.deciding.care import Care
from rapport.core.deciding.had import OfWhat, best_unsaid, said_by, would_say
from rapport.core.effects import Send
from rapport.core.events import (
    CartChanged,
    CheckoutStarted,
    Event,
    Line,
    MessageBounced,
    MessageSent,
    OrderPlaced,
    PageViewed,
    ParcelChanged,
    ProfileAbsorbed,
    ProfileChanged,
    ProfileMoved,
    TicketChanged,
)
from rapport.core.flow import DecisionPoint
from rapport.core.policy.policy import Policy
from rapport.core.time import DAY
from rapport.testing import examples as ex
from rapport.testing import more_flows as more


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


def to_the_floor_of_the_margin() -> Golden:
    """Baskets of which an offer leaves exactly the floor, in floating point a little less or more;
    and one of which it leaves too little, since its goods cost more."""
    brand = replace(ex.brand(), margin_rate=0.35, margin_floor=0.2)
    offers = (ex.OFFERS[0], replace(ex.OFFERS[1], value=15))
    story = ada(ex.blueprint(of=brand, offers=offers))
    dear = Product("dear", "Dear", "Bowls", 3_000, 2_000)
    catalogue = replace(story.blueprint.catalogues[0], products={"dear": dear})
    story.blueprint = replace(story.blueprint, catalogues=(catalogue,))
    for month, price in enumerate((2_580, 4_000)):
        lines = (Line("from-elsewhere", "Bowl", 1, unit_price=price),)
        story.tell(ex.checkout(f"c{month}", ex.at(31 * month + 1, 10), f"b{month}", lines))
        story.wait(31 * month + 20)
    story.tell(ex.checkout("last", ex.at(63, 10), "last", (ex.line(dear),)))
    return story.wait(80).golden("Offers that leave exactly the floor of the margin, and less.")
