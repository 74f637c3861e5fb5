"""A made-up shop that writes Hebrew, and to some people Arabic or Persian, on the example's
layouts."""

from __future__ import annotations

from functools import cache

from library import folder, framework
from msgspec.structs import replace

from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.messages.links import Links
from rapport.app.messages.matter import Matter
from rapport.app.messages.write import Writer, WriteRequest, Written
from rapport.core.blueprint import Release
from rapport.core.creative.fixed_words_brought import ARABIC, HEBREW, PERSIAN
from rapport.core.creative.framework import CART, Block, message
from rapport.core.effects import Send
from rapport.core.events import Contact, Line
from rapport.core.offer import Offer

AT = 1_780_410_000_000
"""Tuesday 2 June 2026, 14:20 UTC."""

_WORDS = {
    "he": {
        "subject": "הסל שלך מחכה",
        "preheader": "שמרנו לך את {{ cart.first.title }}.",
        "headline": "הסל שלך עדיין כאן",
        "body": "שמרנו לך את {{ cart.names }}.\n\nאפשר להמשיך מאיפה שהפסקת.",
        "cta": "חזרה לסל",
        "signoff": "להתראות\nנועה",
        "offer_line": "{{ offer.value }} הנחה עם הקוד {{ offer.code }} עד {{ offer.ends }}, "
        "בהזמנה מ-{{ offer.minimum }}.",
    },
    "ar": {
        "subject": "سلتك بانتظارك",
        "preheader": "حفظنا لك {{ cart.first.title }}.",
        "headline": "سلتك ما زالت هنا",
        "body": "حفظنا لك {{ cart.names }}.\n\nيمكنك المتابعة من حيث توقفت.",
        "cta": "العودة إلى السلة",
        "signoff": "إلى اللقاء\nنور",
        "offer_line": "خصم {{ offer.value }} بالرمز {{ offer.code }} حتى {{ offer.ends }}، "
        "للطلبات من {{ offer.minimum }}.",
    },
    "fa": {
        "subject": "سبد خریدتان منتظر است",
        "preheader": "{{ cart.first.title }} را برایتان نگه داشته\u200cایم.",
        "headline": "سبد خریدتان هنوز اینجاست",
        "body": "{{ cart.names }} را برایتان نگه داشته\u200cایم.\n\nمی\u200cتوانید ادامه دهید.",
        "cta": "بازگشت به سبد خرید",
        "signoff": "به امید دیدار\nنور",
        "offer_line": "{{ offer.value }} تخفیف با کد {{ offer.code }} تا {{ offer.ends }}، برای "
        "سفارش\u200cهای {{ offer.minimum }} به بالا.",
    },
}

OFFER = Offer(
    key="ten", kind="percent", value=10, label="עשרה אחוזים", code="10-TEA", min_total=20_000,
    lasts=4 * 86_400_000,
)  # fmt: skip

LINES = (
    Line("m1", "Moor mug", 2, 8_900, variant="Indigo"),
    Line("k1", "קומקום עגול", 1, 24_900),
)


@cache
def release() -> Release:
    of = folder()
    brand = replace(
        of.brand, key="tea", name="בית התה", from_name="נועה מבית התה", language="he",
        locale="he_IL", currency="ILS", postal_address="בית התה בע״מ\nרחוב הרצל 12, חיפה 3303141",
        words={
            "he": HEBREW, "ar": replace(ARABIC, offers={"ten": "عشرة بالمئة"}),
            "fa": replace(PERSIAN, offers={"ten": "ده درصد"}),
        },
        reviews=(), logo_url="",
    )  # fmt: skip
    blocks = tuple(
        Block(
            f"{language}/{slot}", slot, text, language=language,
            offers=("ten",) if slot == "offer_line" else (),
        )
        for language, slots in _WORDS.items() for slot, text in slots.items()
    )  # fmt: skip
    one = replace(framework("checkout"), blocks=blocks)
    return Release(1, 0, brand, (OFFER,), (one,), of.flows, ())


def write(language: str, visual: str = "basket", offer: str = "ten", name: str = "Dana") -> Written:
    """What somebody who reads this language gets about a basket of two products."""
    one = release().frameworks[0]
    tone, angle = one.keys("tone")[0], one.keys("angle")[0]
    send = Send(
        key="m1", profile="p", flow="checkout", run=1, point="first", framework="checkout",
        release=1, decision="d", action=message(
            {"offer": offer, "tone": tone, "angle": angle, "visual": visual}
        ),
        at=AT, valid_until=AT + 3_600_000, proven=True,
    )  # fmt: skip
    total = sum(line.unit_price * line.quantity for line in LINES)
    matter = Matter(CART, LINES, total, "ILS", proven=True)
    contact = Contact(email="dana@example.com", first_name=name, language=language)
    writer = Writer(Links("https://post.example", "a secret"), MailRenderer())
    return writer.write(WriteRequest(send, release(), matter, {}, contact, AT))
