"""The starting library: each message of each flow is whole, true to its purpose, and its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

import pytest
from library import actions, blocks, folder, framework, matters, points, products, write

from rapport.adapters.approved_liquid.language import WORDS, parse
from rapport.app.frameworks.second_look import second_look
from rapport.core.creative.framework import NO_OFFER, Action, message
from rapport.core.creative.wording import words_of
from rapport.core.flow import DecisionPoint, UntilOrder, Wait

LIBRARY = {
    "browse": ("viewed", "product_viewed", ("look",)),
    "cart": ("cart", "cart_updated", ("first", "last")),
    "checkout": ("cart", "checkout_started", ("first", "second", "last")),
    "welcome": ("nothing", "subscribed", ("hello", "story")),
    "post-purchase": ("order", "order_placed", ("arrived", "settled")),
    "replenishment": ("order", "order_placed", ("due", "later")),
    "winback": ("nothing", "order_placed", ("hello", "goodbye")),
}
"""What each framework is about, what starts its flow, and its decision points."""

TONES = ("warm", "plain", "playful", "expert")
EVERY_SLOT = ("subject", "preheader", "headline", "body", "cta", "signoff")
OWN_WORDS = ("subject", "preheader", "headline", "body")

NUMBER = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|double|twice|"
    r"twenty|thirty|hundred|percent|per cent|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|today|tonight|tomorrow|yesterday|weekend|free)\b",
    re.IGNORECASE,
)
PRESSURE = re.compile(
    r"forg[eo]t|oops|hurry|don’t miss|miss(ing)? (out|you)|missed you|last chance|treat yourself|"
    r"we (saw|noticed|spotted)|you (viewed|browsed|looked at)|waiting for you|abandon|left behind|"
    r"still (there|thinking|interested)\?|selling|running out|before it’s gone|come back|"
    r"been a while|long time no|where have you been|we want you",
    re.IGNORECASE,
)


def known(key: str, point: str, tone: str, angle: str) -> dict[str, str]:
    """The words that a tone and an angle have at a point, slot by slot, as they are written."""
    action = message({"offer": NO_OFFER, "tone": tone, "angle": angle, "visual": _visual(key)})
    return {slot: block.text for slot, block in blocks(key, point, action).items()}


def _visual(key: str) -> str:
    return framework(key).visuals[0].key


def messages(key: str) -> Iterator[tuple[str, str, str]]:
    """Point, tone and angle of every message that differs in more than offer and visual."""
    one = framework(key)
    yield from product(points(key), one.keys("tone"), one.keys("angle"))


CASES = [(key, point) for key in LIBRARY for point in LIBRARY[key][2]]
PLACES = [(key, *levels) for key in LIBRARY for levels in messages(key)]


def test_the_library_holds_what_a_newcomer_needs() -> None:
    assert {one.key for one in folder().frameworks} == set(LIBRARY)
    for flow in folder().flows:
        about, trigger, its_points = LIBRARY[flow.key]
        assert (framework(flow.key).about, flow.trigger) == (about, trigger)
        assert points(flow.key) == its_points
        assert framework(flow.key).keys("tone") == TONES


@pytest.mark.parametrize(("key", "point"), CASES)
def test_whatever_may_be_chosen_is_a_whole_message_with_nothing_against_it(
    key: str, point: str
) -> None:
    for action in actions(key):
        for about in matters(key):
            written = write(key, point, action, about)
            assert written.findings == (), (action, about)
            shown = written.message
            assert shown.subject
            assert shown.preheader
            chosen = blocks(key, point, action)
            assert set(chosen) >= set(EVERY_SLOT), action
            assert ("offer_line" in chosen) == (action.offer != NO_OFFER), action
            assert not re.search(
                r"  |[^.]\.\.[^.]| [,.;:]|\n\n\n|’‘", shown.text.split("\n--\n")[0]
            )


@pytest.mark.parametrize(("key", "point"), CASES)
def test_somebody_without_a_name_is_greeted_well_too(key: str, point: str) -> None:
    action = actions(key)[0]
    about = next(iter(matters(key)))
    written = write(key, point, action, about, first_name="")
    assert written.findings == ()
    assert written.message.text.startswith("Hello,\n")


@pytest.mark.parametrize(("key", "point", "tone", "angle"), PLACES)
def test_a_subject_a_preheader_and_a_headline_say_more_than_one_of_them(
    key: str, point: str, tone: str, angle: str
) -> None:
    words = known(key, point, tone, angle)
    said = {slot: _plain(words[slot]) for slot in OWN_WORDS}
    assert said["preheader"] not in (said["subject"], said["headline"])
    if key != "checkout":
        for slot in ("subject", "preheader", "headline"):
            assert said[slot] not in said["body"], slot
        assert not words_of(words[slot]).strip().endswith("!")
    assert not words["subject"].rstrip().endswith(".")
    assert not words["headline"].rstrip().endswith(".")
    assert re.search(r"[.?]$", words["preheader"].removesuffix("{% endif %}"))


@pytest.mark.parametrize("key", LIBRARY)
@pytest.mark.parametrize("tone", TONES)
def test_no_sentence_comes_again_within_a_flow_of_one_tone(key: str, tone: str) -> None:
    places: dict[str, set[str]] = defaultdict(set)
    for point, its_tone, angle in messages(key):
        if its_tone != tone:
            continue
        words = known(key, point, tone, angle)
        for slot in OWN_WORDS:
            for sentence in _sentences(words[slot]):
                places[sentence].add(f"{point}/{angle}")
    again = {sentence: where for sentence, where in places.items() if len(where) > 1}
    if key == "checkout":  # its last messages all announce that they are, and one of them is sent
        again = {
            s: where for s, where in again.items() if len({p.split("/")[0] for p in where}) > 1
        }
    assert again == {}


@pytest.mark.parametrize("key", LIBRARY)
@pytest.mark.parametrize("slot", OWN_WORDS)
def test_nobody_reads_the_same_words_in_two_messages_of_a_flow(key: str, slot: str) -> None:
    every = [known(key, *levels)[slot] for levels in messages(key)]
    assert len({_plain(text) for text in every}) == len(every)


TITLE = "title"
SHORT = {"Tea": "Rainy Day Earl Grey", "Teapots": "Side-handled Teapot", "Bowls": "Serving Bowl",
         "Mugs": "Breakfast Mug", "Plates": "Dinner Plate", "": ""}  # fmt: skip
"""The longest short title of each kind, and none."""


@cache
def _branches(text: str) -> tuple[str, ...]:
    """The text as it comes out for a tea, for a pot of each kind, and for what is none of them."""
    shown = []
    for category, short in SHORT.items():
        item = {"title": TITLE, "short_title": short, "category": category}
        group = {"first": item, "count": 1, "total": "", "names": "", "short_names": short}
        names = {"cart": group, "viewed": group, "order": group}
        brand = {"facts": dict.fromkeys(folder().brand.facts, "F"), "sender": "S"}
        shown.append(str(parse(text, WORDS).render(**names, brand=brand, first_name="Maya")))
    return tuple(dict.fromkeys(shown))


def _sentences(text: str) -> Iterable[str]:
    """Each sentence of a text in any of its forms, in small letters."""
    found, names = set(), {TITLE, *map(_plain, SHORT.values())}
    for shown in _branches(text):
        for sentence in re.split(r"(?<=[.?:])\s+", shown):
            if (plain := _plain(sentence)) and plain not in names:
                found.add(plain)
    return found


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w’]+", text.lower()))


ALL_TEXTS = [
    (one.key, block.slot, block.text) for one in folder().frameworks for block in one.blocks
]


@pytest.mark.parametrize(("key", "slot", "text"), ALL_TEXTS)
def test_words_state_nothing_of_their_own_and_never_press_or_pry(
    key: str, slot: str, text: str
) -> None:
    bare = words_of(text)
    assert not re.search(r"\d|[%£$€@#]|://|www\.", bare)
    assert not NUMBER.search(bare), NUMBER.search(bare)
    assert not PRESSURE.search(bare), PRESSURE.search(bare)
    assert "!" not in bare
    assert not re.search(r"\b[A-Z]{3,}\b", bare)
    assert "'" not in bare
    assert not re.search(r"[–—]", bare)


def test_even_a_machine_might_have_written_all_of_it() -> None:
    assert second_look(folder()) == ()


@pytest.mark.parametrize("key", LIBRARY)
def test_subjects_fit_a_phone_and_sentences_a_breath(key: str) -> None:
    for point, tone, angle in messages(key):
        words = known(key, point, tone, angle)
        for shown in _branches(words["subject"]):
            assert len(shown) <= 50, shown
        for shown in _branches(words["headline"]):
            assert len(shown) <= 40, shown
        for shown in _branches(words["body"]):
            lengths = [len(s.split()) for s in re.split(r"(?<=[.?:])\s+", shown) if s]
            assert max(lengths) <= 40, shown
            assert sum(lengths) / len(lengths) < 18, shown


def test_what_was_looked_at_is_never_said_to_have_been_looked_at() -> None:
    told = re.compile(
        r"\byou (?:\w+ ){0,2}(looked|saw|found|liked|chose|picked|visited|were)\b", re.I
    )
    for block in framework("browse").blocks:
        assert not told.search(words_of(block.text)), block.where


def test_after_an_order_nothing_is_asked_for() -> None:
    asks = re.compile(
        r"\b(reviews?|rate|rating|tell (a|your) friend|share (it|this)|buy|order (again|more)|"
        r"shop now|next order|discount|stars)\b",
        re.IGNORECASE,
    )
    one = framework("post-purchase")
    assert one.offers == (NO_OFFER,)
    for block in one.blocks:
        assert not asks.search(words_of(block.text)), block.where


@pytest.mark.parametrize(
    ("key", "point", "tone", "angle"), [p for p in PLACES if p[0] == "replenishment"]
)
def test_each_note_on_tea_says_how_to_skip_it(key: str, point: str, tone: str, angle: str) -> None:
    words = known(key, point, tone, angle)
    every = f"{words['preheader']} {words['body']}"
    if point == "due":
        assert re.search(r"[Ss]kip|do nothing|let this|leave it|never mind", every)
        assert "foot" in words["body"]
    else:
        assert re.search(r"\blast\b|won’t ask again", every)
        assert "until you" in every


@pytest.mark.parametrize(("tone", "angle"), list(product(TONES, ("news", "help"))))
def test_a_winback_takes_no_for_an_answer(tone: str, angle: str) -> None:
    hello = known("winback", "hello", tone, angle)["body"]
    goodbye = known("winback", "goodbye", tone, angle)
    assert "foot" in hello
    assert re.search(r"\blast\b|won’t (keep|send)", f"{goodbye['body']} {goodbye['preheader']}")
    assert len(goodbye["body"]) < len(hello)


@pytest.mark.parametrize("tone", TONES)
def test_a_welcome_says_where_to_have_less_of_it(tone: str) -> None:
    for angle in framework("welcome").keys("angle"):
        assert "foot" in known("welcome", "hello", tone, angle)["body"]


@pytest.mark.parametrize("key", [k for k in LIBRARY if len(LIBRARY[k][2]) > 1])
def test_messages_of_a_flow_keep_a_distance(key: str) -> None:
    flow = next(one for one in folder().flows if one.key == key)
    waited = 0
    for node in flow.nodes:
        if isinstance(node, Wait):
            waited += node.length
        elif isinstance(node, UntilOrder):
            waited += node.otherwise
        elif isinstance(node, DecisionPoint):
            assert waited > 0, node.key
            waited = 0
    assert "opted_out" in flow.exit_on


def test_the_usual_message_of_every_point_may_be_chosen() -> None:
    for flow in folder().flows:
        for node in flow.nodes:
            if isinstance(node, DecisionPoint):
                usual = message({k: v for k, v in node.usual.items() if k != "time"})
                assert usual in actions(node.framework), (flow.key, node.key)


def test_products_named_in_tests_are_in_the_catalogue() -> None:
    assert {"tea-alder-breakfast", "round-teapot-indigo"} <= set(products())


def test_a_joke_is_never_made_to_somebody_who_waits_for_an_answer() -> None:
    for one in folder().frameworks:
        barred = [
            rule
            for rule in (*one.rules, *folder().rules)
            if rule.concerns(one.key)
            and any(c.signal == "open_tickets" for c in rule.when)
            and (rule.kind == "silence" or rule.forbids(Action(offer=NO_OFFER, tone="playful")))
        ]
        assert barred, one.key
