"""The fixed words that Rapport brings besides those of `rapport.core.creative.fixed_words_shipped`.

They are written into a release when a brand publishes words in one of these languages, as if the
brand had written them itself. So what earlier releases decide does not change when a language comes
in here, and what is changed here holds for whoever publishes next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from rapport.core.brand import Brand
from rapport.core.creative.fixed_words import FixedWords
from rapport.core.creative.fixed_words_shipped import SHIPPED

ARABIC = FixedWords(
    locale="ar_AE",
    hello="مرحبًا،",
    hello_name="مرحبًا {name}،",
    basket="سلة مشترياتك",
    viewed="من المتجر",
    order="طلبك",
    in_basket="في سلة مشترياتك",
    from_order="من طلبك",
    and_the_rest="والبقية",
    rest_of_basket="وبقية سلة مشترياتك",
    rest_of_order="وبقية طلبك",
    total="المجموع",
    quantity="الكمية",
    more="وغيرها ({count})",
    others="{count} أخرى",
    unsubscribe="إلغاء الاشتراك",
    choose="اختيار ما نرسله إليك",
    why="تصلك هذه الرسالة لأنك وافقت على تلقي رسائل {brand} بالبريد الإلكتروني.",
    why_cart=(
        "تصلك هذه الرسالة لأنك وافقت على تلقي رسائل {brand} بالبريد الإلكتروني وتركت سلة مشتريات "
        "لدينا."
    ),
    why_order="تصلك هذه الرسالة لأنك وافقت على تلقي رسائل {brand} بالبريد الإلكتروني وطلبت منا.",
    off="خصم {value}",
    minimum="للطلبات ابتداءً من {minimum}",
    code="بالرمز {code}",
    until="حتى {ends}",
    moment="{day} الساعة {time}",
)

HEBREW = FixedWords(
    locale="he_IL",
    hello="שלום,",
    hello_name="שלום {name},",
    basket="הסל שלך",
    viewed="מהחנות",
    order="ההזמנה שלך",
    in_basket="בסל שלך",
    from_order="מההזמנה שלך",
    and_the_rest="והשאר",
    rest_of_basket="ושאר הסל שלך",
    rest_of_order="ושאר ההזמנה שלך",
    total="סך הכול",
    quantity="כמות",
    more="ועוד {count}",
    others="עוד {count}",
    unsubscribe="הסרה מרשימת התפוצה",
    choose="לבחור מה לקבל מאיתנו",
    why="ההודעה הזאת נשלחה אליך כי הסכמת לקבל דואר אלקטרוני מאת {brand}.",
    why_cart=(
        "ההודעה הזאת נשלחה אליך כי הסכמת לקבל דואר אלקטרוני מאת {brand} ונשאר משהו בסל שלך אצלנו."
    ),
    why_order=("ההודעה הזאת נשלחה אליך כי הסכמת לקבל דואר אלקטרוני מאת {brand} והזמנת אצלנו."),
    off="{value} הנחה",
    minimum="בהזמנה של {minimum} ומעלה",
    code="עם הקוד {code}",
    until="עד {ends}",
    moment="{day} בשעה {time}",
)

PERSIAN = FixedWords(
    locale="fa_IR",
    hello="سلام،",
    hello_name="سلام {name}،",
    basket="سبد خرید شما",
    viewed="از فروشگاه",
    order="سفارش شما",
    in_basket="در سبد خرید شما",
    from_order="از سفارش شما",
    and_the_rest="و بقیه",
    rest_of_basket="و بقیهٔ سبد خرید شما",
    rest_of_order="و بقیهٔ سفارش شما",
    total="جمع",
    quantity="تعداد",
    more="و {count} کالای دیگر",
    others="{count} کالای دیگر",
    unsubscribe="لغو اشتراک",
    choose="انتخاب کنید چه برایتان بفرستیم",
    why="این ایمیل را می\u200cگیرید چون پذیرفته\u200cاید از {brand} ایمیل دریافت کنید.",
    why_cart=(
        "این ایمیل را می\u200cگیرید چون پذیرفته\u200cاید از {brand} ایمیل دریافت کنید و سبد خریدی "
        "نزد ما گذاشته\u200cاید."
    ),
    why_order=(
        "این ایمیل را می\u200cگیرید چون پذیرفته\u200cاید از {brand} ایمیل دریافت کنید و از ما "
        "سفارش داده\u200cاید."
    ),
    off="{value} تخفیف",
    minimum="برای سفارش\u200cهای {minimum} به بالا",
    code="با کد {code}",
    until="تا {ends}",
    moment="{day} ساعت {time}",
)

TURKISH = FixedWords(
    locale="tr_TR",
    hello="Merhaba,",
    hello_name="Merhaba {name},",
    basket="Sepetiniz",
    viewed="Mağazadan",
    order="Siparişiniz",
    in_basket="Sepetinizde",
    from_order="Siparişinizden",
    and_the_rest="ve diğerleri",
    rest_of_basket="ve sepetinizdeki diğer ürünler",
    rest_of_order="ve siparişinizdeki diğer ürünler",
    total="Toplam",
    quantity="Adet",
    more="ve {count} ürün daha",
    others="{count} ürün daha",
    unsubscribe="Abonelikten çık",
    choose="Size ne göndereceğimizi seçin",
    why="Bu e-postayı, {brand} e-postalarını almayı kabul ettiğiniz için alıyorsunuz.",
    why_cart=(
        "Bu e-postayı, {brand} e-postalarını almayı kabul ettiğiniz ve sepetinizde ürün "
        "bıraktığınız için alıyorsunuz."
    ),
    why_order=(
        "Bu e-postayı, {brand} e-postalarını almayı kabul ettiğiniz ve bizden sipariş verdiğiniz "
        "için alıyorsunuz."
    ),
    off="{value} indirim",
    minimum="({minimum} ve üzeri siparişlerde)",
    code="{code} koduyla",
    until="– son: {ends}",
    moment="{day}, saat {time}",
)

BROUGHT: Mapping[str, FixedWords] = {
    "ar": ARABIC,
    "he": HEBREW,
    "fa": PERSIAN,
    "tr": TURKISH,
}


def brought(language: str) -> FixedWords | None:
    """The words that a brand need not write in a language; None where it has to."""
    return SHIPPED.get(language) or BROUGHT.get(language)


def with_brought(brand: Brand, languages: Iterable[str]) -> Brand:
    """The brand with the fixed words of `BROUGHT` in each of these languages that it says nothing
    of itself."""
    new = {one: BROUGHT[one] for one in sorted({*languages}) if one in BROUGHT}
    missing = {one: words for one, words in new.items() if one not in brand.words}
    return replace(brand, words={**brand.words, **missing}) if missing else brand
