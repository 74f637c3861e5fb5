"""A small brand to hold rewrites to, and messages of it that should pass."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.brand import Brand
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.framework import Block, Framework, Level, Slot
from rapport.core.creative.message import Finding
from rapport.core.creative.voice import Claim, Voice, VoiceTone
from rapport.core.offer import Offer
from rapport.core.time import HOUR

BRAND = Brand(
    key="tin-kettle",
    name="Tin Kettle",
    from_email="hello@tinkettle.example",
    from_name="Jo at Tin Kettle",
    postal_address="Tin Kettle Ltd, The Forge, Hill Road, Penwick PN0 0AA",
    shop_url="https://tinkettle.example",
    facts={"returns_days": "30 days"},
)
VOICE = Voice(
    who="A tinsmith in Penwick and two apprentices.",
    does=("answers questions",),
    does_not=("shout",),
    use=("kettle",),
    avoid=("synergy", "must-have"),
    reading_level=8,
    tones=(VoiceTone("warm", "Warm", "Kind and slow.", "Take your time."),),
)
CLAIMS = (
    Claim("by-hand", "Every kettle is made by hand.", "Workshop records."),
    Claim("food-safe", "Our tin is tested as safe for food.", "Certificates."),
)
OFFERS = (
    Offer("none"),
    Offer("five-off", "amount", "Five pounds off", 500, code="FIVER", lasts=48 * HOUR),
    Offer("ten-off", "percent", "A little off", 10, code="TENNER", lasts=48 * HOUR, min_total=2000),
    Offer("carriage", "free_shipping", "Free delivery", cost=395, code="POSTED"),
    Offer("tea", "gift", "A tin of tea", cost=200),
)
FRAMEWORK = Framework(
    key="checkout",
    name="Checkout",
    slots=(
        Slot("subject", 60),
        Slot("preheader", 110, required=False),
        Slot("headline", 60, required=False),
        Slot("body", 700),
        Slot("cta", 28),
        Slot("offer_line", 180, required=False),
    ),
    offers=tuple(offer.key for offer in OFFERS),
    tones=(Level("warm", "Warm"),),
    angles=(Level("help", "Help"),),
    visuals=(Level("note", "Note"),),
    blocks=(
        Block("a", "body", "Your {{ cart.first.title }} is here."),
        Block(
            "b",
            "offer_line",
            "{{ offer.value }} off with {{ offer.code }}, until {{ offer.ends }}.",
            offers=("five-off", "ten-off"),
        ),
        Block("c", "offer_line", "Delivery is on us with {{ offer.code }}.", offers=("carriage",)),
    ),
)
STANDARD = standard(FRAMEWORK, BRAND, VOICE, CLAIMS, OFFERS, titles=("Copper kettle",))

GOOD = {
    "subject": "Your basket is saved",
    "body": "Everything you chose is still there.\n\nIf you have a question, just reply.",
    "cta": "See your basket",
}
OFFERED = GOOD | {
    "offer_line": "{{ offer.value }} off with {{ offer.code }}, until {{ offer.ends }}.",
}


def found(
    body: str = "",
    *,
    offer: str | None = "none",
    language: str = "en",
    held_to: Standard = STANDARD,
    **slots: str,
) -> tuple[Finding, ...]:
    """What the checks find in a good message with this body, and with these other slots."""
    message = GOOD | ({"body": body} if body else {}) | slots
    return held_to.findings(Rewrite(message, "warm", language, offer))


def checks(body: str = "", **more: str | Standard | None) -> set[str]:
    """The names of the checks that found something."""
    return {finding.rule for finding in found(body, **more)}  # type: ignore[arg-type]


def with_voice(**changes: object) -> Standard:
    """The same standard for a brand with another voice."""
    voice = replace(VOICE, **changes)
    return standard(FRAMEWORK, BRAND, voice, CLAIMS, OFFERS)


def with_titles(*titles: str) -> Standard:
    """The same standard for a shop with these products."""
    return standard(FRAMEWORK, BRAND, VOICE, CLAIMS, OFFERS, titles=titles)
