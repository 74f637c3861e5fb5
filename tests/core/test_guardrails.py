"""Each guardrail lets a sound message pass and stops one that breaks its rule."""

from __future__ import annotations

import unicodedata

import pytest
from msgspec.structs import replace

from rapport.core.brand import Brand
from rapport.core.copy_checks.remarks import remarks
from rapport.core.creative.facts import BrandFacts, CartFacts, ItemFacts, MessageFacts, OfferFacts
from rapport.core.creative.fixed_words_shipped import ENGLISH
from rapport.core.creative.framework import Action, Block, Framework, Level, Slot
from rapport.core.creative.message import Finding, Link, Message
from rapport.core.creative.promise import annotate, annotation_script, sentence, with_promise
from rapport.core.creative.wording import facts_needed, invisible_in
from rapport.core.editions import CHECKED_ABROAD
from rapport.core.guardrails import RULES, check, urges_truly

CLICK = "https://post.example/c/token"
EXIT = "https://post.example/u/exit"
ADDRESS = "Tin Kettle Ltd, The Forge, Penwick PN0 0AA"

BRAND = Brand(
    key="tin-kettle",
    name="Tin Kettle",
    from_email="hello@tinkettle.example",
    from_name="Jo at Tin Kettle",
    postal_address=ADDRESS,
    shop_url="https://tinkettle.example",
)
ITEM = ItemFacts("Copper kettle", "", "1", "£24.00", "£24.00", CLICK, "", "")
FACTS = MessageFacts(
    cart=CartFacts((ITEM,), ITEM, 1, "£24.00", CLICK),
    offer=OfferFacts(),
    brand=BrandFacts("Tin Kettle", "Jo", ADDRESS, CLICK, "", "", {"returns_days": "30 days"}),
    unsubscribe_url=EXIT,
    preferences_url=EXIT,
)
TEN_OFF = OfferFacts("ten-off", "A little off", "10%", "TENOFF", "Thursday 4 June at 18:00")
BLOCKS = (
    Block("subject", "subject", "Your {{ cart.first.title }}", where="creative/checkout.yaml:3"),
    Block("body", "body", "You have {{ brand.facts.returns_days }} to decide."),
    Block("cta", "cta", "See your basket", tones=("warm",)),
)
FRAMEWORK = Framework(
    key="checkout",
    name="Checkout",
    slots=(Slot("subject", 30), Slot("body", 60), Slot("cta", 20)),
    offers=("none", "ten-off"),
    tones=(Level("warm", "Warm"), Level("plain", "Plain")),
    angles=(Level("help", "Help"),),
    visuals=(Level("note", "Note"),),
    blocks=BLOCKS,
)
SLOTS = {
    "subject": "Your Copper kettle",
    "body": "You have 30 days to decide.",
    "cta": "See your basket",
}
HTML = (
    "<!doctype html><html><head><style>p { color: red }</style></head><body>"
    "<!--[if mso]><table><tr><td><![endif]-->"
    f'<p>You have 30 days to decide.</p><a href="{CLICK}">See your basket</a>'
    f'<p>Tin Kettle, {ADDRESS} <a href="{EXIT}">Unsubscribe</a></p></body></html>'
)
MESSAGE = Message(
    key="m1",
    brand="tin-kettle",
    profile="p",
    flow="checkout",
    point="first",
    action=Action(time="now", offer="none", tone="warm", angle="help", visual="note"),
    language="en",
    subject="Your Copper kettle",
    preheader="Still here.",
    html=HTML,
    text=f"You have 30 days.\n\nSee your basket:\n{CLICK}\n\nTin Kettle\n{ADDRESS}\n{EXIT}\n",
    blocks=("subject", "body", "cta"),
    links=(Link("checkout", "https://tinkettle.example/c", "token"),),
    from_email="hello@tinkettle.example",
    from_name="Jo at Tin Kettle",
    reply_to="shop@tinkettle.example",
    unsubscribe_url=EXIT,
)


def found(
    message: Message = MESSAGE,
    slots: dict[str, str] = SLOTS,
    facts: MessageFacts = FACTS,
    framework: Framework = FRAMEWORK,
) -> list[tuple[str, str]]:
    return [(f.rule, f.where) for f in check(message, slots, facts, BRAND, framework)]


def with_html(extra: str) -> Message:
    return replace(MESSAGE, html=HTML.replace("</body>", f"{extra}</body>"))


def with_words(slot: str, text: str) -> Framework:
    blocks = tuple(replace(b, text=text) if b.slot == slot else b for b in BLOCKS)
    return replace(FRAMEWORK, blocks=blocks)


def test_a_sound_message_passes_every_rule() -> None:
    assert check(MESSAGE, SLOTS, FACTS, BRAND, FRAMEWORK) == ()


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (replace(MESSAGE, html=HTML.replace("Penwick", "")), ("postal address", "html")),
        (
            replace(MESSAGE, html=HTML.replace(f", {ADDRESS}", f"<!--{ADDRESS}-->")),
            ("postal address", "html"),
        ),
        (replace(MESSAGE, text=MESSAGE.text.replace("Penwick", "")), ("postal address", "text")),
        (replace(MESSAGE, from_name=" "), ("sender", "from")),
        (replace(MESSAGE, text=MESSAGE.text.replace("Tin Kettle", "Us")), ("sender", "text")),
        (replace(MESSAGE, html=HTML.replace(f'href="{EXIT}"', "")), ("opt-out", "html")),
        (replace(MESSAGE, text=MESSAGE.text.replace(EXIT, "")), ("opt-out", "text")),
        (replace(MESSAGE, unsubscribe_url=""), ("opt-out", "html")),
        (replace(MESSAGE, subject="Hello\r\nBcc: a@b.example"), ("one line", "subject")),
        (replace(MESSAGE, subject=" "), ("subject", "subject")),
        (replace(MESSAGE, from_name="Jo\nBcc: x"), ("one line", "from")),
        (replace(MESSAGE, text=" \n"), ("text part", "text")),
        (replace(MESSAGE, subject="Your {{ cart.first.title }}"), ("unrendered", "subject")),
        (with_html("{% endif %}"), ("unrendered", "html")),
        (replace(MESSAGE, preheader="a\u200bb"), ("invisible character", "preheader")),
        (replace(MESSAGE, subject="Your caf\ufffd"), ("invisible character", "subject")),
        (with_html("\u202eelttek"), ("invisible character", "html")),
        (with_html("<script>x()</script>"), ("active content", "html")),
        (with_html("<p onclick='x()'>a</p>"), ("active content", "html")),
        (with_html("<FORM></FORM>"), ("active content", "html")),
        (with_html("<!--[if mso]><iframe></iframe><![endif]-->"), ("active content", "html")),
        (replace(MESSAGE, blocks=("subject", "body", "other")), ("approval", "other")),
        (replace(MESSAGE, action=replace(MESSAGE.action, tone="plain")), ("mixed message", "cta")),
        (with_html('<a href="https://evil.example">a</a>'), ("link", "html")),
        (with_html("<a HREF='https://evil.example'>a</a>"), ("link", "html")),
        (with_html("<a href=https://evil.example>a</a>"), ("link", "html")),
        (
            with_html('<!--[if mso]><a href="https://evil.example">a</a><![endif]-->'),
            ("link", "html"),
        ),
        (with_html('<a href="javascript:x()">a</a>'), ("link", "html")),
        (with_html('<img src="https://shop.example/a.png">'), ("alt text", "html")),
        (with_html('<img src="https://shop.example/a.png" alt=" ">'), ("alt text", "html")),
        (replace(MESSAGE, text=MESSAGE.text + "https://evil.example"), ("link", "text")),
        (
            replace(MESSAGE, links=(Link("checkout", "javascript:x()", "token"),)),
            ("link", "checkout"),
        ),
        (replace(MESSAGE, links=()), ("link", "html")),
        (with_html('<img src="">'), ("image", "html")),
        (with_html('<img src="file:///etc/passwd">'), ("image", "html")),
    ],
)
def test_a_message_that_breaks_a_rule_is_stopped(
    message: Message, expected: tuple[str, str]
) -> None:
    assert expected in found(message)


@pytest.mark.parametrize(
    "extra",
    [
        "&lt;script&gt;x()&lt;/script&gt;",
        '<img src="https://tinkettle.example/a.png" alt="&#34; onload=x src=y href=z">',
        f'<a href="{EXIT}">a</a>',
        '<a href="mailto:shop@tinkettle.example">write to us</a>',
        "<p>a = b on=purpose</p>",
        "\xa0&zwnj;",
    ],
)
def test_words_that_only_look_dangerous_pass(extra: str) -> None:
    assert found(with_html(extra)) == []


def test_words_are_measured_with_their_facts() -> None:
    assert found(slots={**SLOTS, "subject": "Your " + "x" * 40}) == [("slot length", "subject")]


def test_a_required_slot_without_words_is_stopped() -> None:
    assert ("slot", "body") in found(slots={**SLOTS, "body": " "})


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Save 10 on this", "figure"),
        ("Save ten pounds on this", "figure"),
        ("It comes in three days", "figure"),
        ("½ off", "figure"),
        ("Half price", "figure"),
        ("Only £ for you", "currency"),
        ("Some % off", "percentage"),
        ("Some per cent off", "percentage"),
        ("It ends on Friday", "date"),
        ("until December", "date"),
        ("See https://x", "link"),
        ("See tinkettle.com", "link"),
        ("javascript:alert", "link"),
        ("Write to a@b", "e-mail address"),
        ("Hurry", "urgency"),
        ("Don’t miss this", "urgency"),
        ("Almost gone", "scarcity"),
        ("ze\u00adro", "invisible character"),
    ],
)
def test_words_between_facts_say_nothing_that_only_a_fact_may_say(words: str, rule: str) -> None:
    findings = check(MESSAGE, SLOTS, FACTS, BRAND, with_words("subject", words))
    assert [(f.rule, f.where) for f in findings] == [(rule, "creative/checkout.yaml:3")]
    assert all(f.found and f.advice for f in findings)


@pytest.mark.parametrize(
    "words",
    [
        "{{ offer.value }} off until {{ offer.ends }}",
        "{% if cart.count > 1 %}all of them{% endif %}",
        "Dishwasher safe, on the table or in the cupboard. One thing less to carry.",
        "We may march on with our work",
        "Made by a smith… and by hand",
        "十分",  # 'ample': numerals that are part of a word
    ],
)
def test_words_that_say_nothing_of_the_kind_pass(words: str) -> None:
    assert remarks(words, may_urge=False) == ()


def test_kind_words_about_hurry_are_let_through_and_what_stands_beside_them_is_not() -> None:
    assert check(MESSAGE, SLOTS, FACTS, BRAND, with_words("subject", "No hurry at all")) == ()
    found = check(
        MESSAGE, SLOTS, FACTS, BRAND, with_words("subject", "No hurry at all. Last chance!")
    )
    assert [(f.rule, f.found) for f in found] == [("urgency", "Last chance")]


def test_other_languages_are_held_to_their_lists_from_the_edition_on_that_has_them() -> None:
    """What was published before is not stopped by an upgrade."""
    german = replace(BLOCKS[1], text="Das gilt bis Montag.", language="de")
    framework = replace(FRAMEWORK, blocks=(BLOCKS[0], german, BLOCKS[2]))

    def dates(edition: int) -> list[str]:
        found = check(MESSAGE, SLOTS, FACTS, BRAND, framework, edition)
        return [one.found for one in found if one.rule == "date"]

    assert dates(CHECKED_ABROAD) == ["bis Montag"]
    assert dates(CHECKED_ABROAD - 1) == []


def test_urgency_passes_with_an_offer_that_ends_and_scarcity_never_does() -> None:
    assert remarks("Last chance", may_urge=True) == ()
    assert [r.rule for r in remarks("Selling fast", may_urge=True)] == ["scarcity"]
    ending = Block("a", "offer_line", "Hurry", offers=("ten-off",))
    assert urges_truly(ending, {"ten-off": 1, "gift": 0})
    assert not urges_truly(replace(ending, offers=("ten-off", "gift")), {"ten-off": 1, "gift": 0})
    assert not urges_truly(replace(ending, offers=()), {"ten-off": 1})


def test_a_fact_that_is_empty_stops_the_message_unless_the_words_ask_first() -> None:
    assert ("missing fact", "creative/checkout.yaml:3") in found(
        framework=with_words("subject", "Dear {{ first_name }}")
    )
    asked = "Dear{% if first_name != '' %} {{ first_name }}{% endif %}"
    assert found(framework=with_words("subject", asked)) == []
    assert facts_needed("{{ offer.value | upcase }} {{- cart.first.title -}}") == (
        "offer.value",
        "cart.first.title",
    )


def test_an_offer_that_was_not_decided_is_stopped() -> None:
    assert ("offer", "offer") in found(facts=replace(FACTS, offer=TEN_OFF))


def offered(words: str, facts: OfferFacts = TEN_OFF) -> list[Finding]:
    script = annotation_script(annotate(replace(FACTS, offer=facts), SLOTS["subject"], ENGLISH))
    message = replace(
        MESSAGE,
        action=replace(MESSAGE.action, offer="ten-off"),
        html=MESSAGE.html.replace("</head>", f"{script}</head>"),
        preheader=with_promise(MESSAGE.preheader, facts, ENGLISH),
        text=f"{MESSAGE.text}\n{sentence(facts, ENGLISH)}\n",
    )
    slots = {**SLOTS, "body": words}
    return list(check(message, slots, replace(FACTS, offer=facts), BRAND, FRAMEWORK))


def test_a_decided_offer_is_named_with_its_code() -> None:
    assert offered("10% off with TENOFF.") == []
    assert [f.found for f in offered("10% off.")] == ["code TENOFF is not named"]
    assert [f.rule for f in offered("Have a look.")] == ["offer", "offer"]
    assert offered("10% off, by itself.", replace(TEN_OFF, code="")) == []
    assert [f.advice for f in offered("10% off.", replace(TEN_OFF, key="other", code=""))] == [
        "the decision says ten-off"
    ]


def promising(**changes: str) -> set[tuple[str, str]]:
    """The findings of a message with an offer, some parts of which are changed."""
    script = annotation_script(annotate(replace(FACTS, offer=TEN_OFF), SLOTS["subject"], ENGLISH))
    sound = {
        "html": MESSAGE.html.replace("</head>", f"{script}</head>"),
        "preheader": with_promise(MESSAGE.preheader, TEN_OFF, ENGLISH),
        "text": f"{MESSAGE.text}\n{sentence(TEN_OFF, ENGLISH)}\n",
    }
    message = replace(MESSAGE, action=replace(MESSAGE.action, offer="ten-off"))
    changed = replace(message, **{**sound, **changes})
    slots = {**SLOTS, "body": "10% off with TENOFF."}
    found = check(changed, slots, replace(FACTS, offer=TEN_OFF), BRAND, FRAMEWORK)
    return {(finding.rule, finding.where) for finding in found}


def test_a_promise_that_differs_anywhere_stops_the_message() -> None:
    script = annotation_script(annotate(replace(FACTS, offer=TEN_OFF), SLOTS["subject"], ENGLISH))
    told = MESSAGE.html.replace("</head>", f"{script}</head>")
    assert promising() == set()
    assert promising(html=told.replace("10% off", "100% off")) == {("promise", "head")}
    assert promising(html=told.replace("TENOFF", "TWENTY")) == {("promise", "head")}
    assert promising(html=MESSAGE.html) == {("promise", "head")}
    assert promising(html=told.replace("</head>", f"{script}</head>")) == {("promise", "head")}
    assert promising(preheader="100% off with TENOFF until Thursday 4 June at 18:00") == {
        ("promise", "preheader")
    }
    assert ("promise", "text") in promising(text=MESSAGE.text)
    other = told.replace("</head>", "<script type='text/javascript'>x()</script></head>")
    assert promising(html=other) == {("promise", "head"), ("active content", "html")}


def test_annotations_without_an_offer_stop_the_message() -> None:
    script = annotation_script(annotate(replace(FACTS, offer=TEN_OFF), "Hello", ENGLISH))
    message = replace(MESSAGE, html=MESSAGE.html.replace("</head>", f"{script}</head>"))
    found = check(message, SLOTS, FACTS, BRAND, FRAMEWORK)
    assert [(finding.rule, finding.where) for finding in found] == [("promise", "head")]


def test_the_table_of_invisible_characters_is_that_of_unicode() -> None:
    hidden = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    for number in range(0x110000):
        character = chr(number)
        category = unicodedata.category(character)
        if category == "Cn" or character in "\n\t":
            continue  # which ones are assigned depends on Python's edition of Unicode
        lost = character in "\ufffc\ufffd"
        assert bool(invisible_in(character)) == (category in hidden or lost), hex(number)
