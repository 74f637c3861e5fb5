"""What a customer is told where a link leads nowhere or something fails, in each language that the
pages behind a message's way out speak.

Nothing is known of who opened such a link, so their browser says which language they read."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class TroubleWords(Struct, frozen=True, gc=False):
    """The words of one language: a heading and a sentence of each; `expired` has `{brand}`."""

    language: str
    lost: tuple[str, str]
    """There is no such page."""
    wrongly: tuple[str, str]
    """The page is opened in another way than it can be."""
    unread: tuple[str, str]
    """What was sent along cannot be used."""
    later: tuple[str, str]
    """Trying again may help."""
    ours: tuple[str, str]
    """It is our mistake."""
    expired: tuple[str, str]
    """What a link led to is not known any more."""


ENGLISH = TroubleWords(
    "en",
    ("This page is not here", "The link may be old or incomplete."),
    ("This page cannot be opened in this way", "Please use the link in the e-mail."),
    ("That could not be read", "Please use the link in the e-mail."),
    ("One moment, please", "We could not do that just now. Please try again in a minute."),
    ("Something went wrong", "It is our fault. Please try again later."),
    ("This link has expired", "This link from {brand} no longer leads anywhere. We are sorry."),
)

GERMAN = TroubleWords(
    "de",
    ("Diese Seite gibt es nicht", "Der Link ist vielleicht alt oder unvollständig."),
    ("So lässt sich diese Seite nicht öffnen", "Bitte nehmen Sie den Link in der E-Mail."),
    ("Das konnten wir nicht lesen", "Bitte nehmen Sie den Link in der E-Mail."),
    ("Einen Moment bitte", "Das ging gerade nicht. Bitte versuchen Sie es in einer Minute noch "
     "einmal."),
    ("Da ist etwas schiefgegangen", "Das liegt an uns. Bitte versuchen Sie es später noch einmal."),
    ("Dieser Link gilt nicht mehr", "Dieser Link von {brand} führt nirgendwohin mehr. Das tut uns "
     "leid."),
)  # fmt: skip

FRENCH = TroubleWords(
    "fr",
    ("Cette page n’existe pas", "Le lien est peut-être ancien ou incomplet."),
    ("Cette page ne s’ouvre pas ainsi", "Veuillez utiliser le lien de l’e-mail."),
    ("Nous n’avons pas pu lire cela", "Veuillez utiliser le lien de l’e-mail."),
    ("Un instant, s’il vous plaît", "Cela n’a pas été possible à l’instant. Veuillez réessayer "
     "dans une minute."),
    ("Un problème est survenu", "C’est de notre faute. Veuillez réessayer plus tard."),
    ("Ce lien a expiré", "Ce lien de {brand} ne mène plus nulle part. Nous en sommes désolés."),
)  # fmt: skip

SPANISH = TroubleWords(
    "es",
    ("Esta página no existe", "Puede que el enlace sea antiguo o esté incompleto."),
    ("Esta página no se abre de esta manera", "Use el enlace del correo, por favor."),
    ("No hemos podido leer eso", "Use el enlace del correo, por favor."),
    ("Un momento, por favor", "Ahora mismo no ha sido posible. Inténtelo de nuevo en un minuto."),
    ("Algo ha fallado", "Es culpa nuestra. Inténtelo de nuevo más tarde."),
    ("Este enlace ha caducado", "Este enlace de {brand} ya no lleva a ninguna parte. Lo sentimos."),
)

ITALIAN = TroubleWords(
    "it",
    ("Questa pagina non c’è", "Il link potrebbe essere vecchio o incompleto."),
    ("Questa pagina non si apre così", "Usi il link nell’e-mail, per favore."),
    ("Non siamo riusciti a leggerlo", "Usi il link nell’e-mail, per favore."),
    ("Un momento, per favore", "In questo momento non è stato possibile. Riprovi tra un minuto."),
    ("Qualcosa è andato storto", "È colpa nostra. Riprovi più tardi."),
    ("Questo link è scaduto", "Questo link di {brand} non porta più da nessuna parte. Ci "
     "dispiace."),
)  # fmt: skip

DUTCH = TroubleWords(
    "nl",
    ("Deze pagina is er niet", "De link is misschien oud of niet volledig."),
    ("Zo kan deze pagina niet worden geopend", "Gebruik de link in de e-mail."),
    ("Dat konden we niet lezen", "Gebruik de link in de e-mail."),
    ("Een ogenblik", "Dat lukte zojuist niet. Probeer het over een minuut opnieuw."),
    ("Er ging iets mis", "Dat ligt aan ons. Probeer het later opnieuw."),
    ("Deze link is verlopen", "Deze link van {brand} leidt nergens meer heen. Het spijt ons."),
)

PORTUGUESE = TroubleWords(
    "pt",
    ("Esta página não existe", "A ligação pode ser antiga ou estar incompleta."),
    ("Esta página não se abre desta forma", "Use a ligação que está no e-mail, por favor."),
    ("Não conseguimos ler isso", "Use a ligação que está no e-mail, por favor."),
    ("Um momento, por favor", "Neste momento não foi possível. Tente de novo daqui a um minuto."),
    ("Algo correu mal", "A culpa é nossa. Tente de novo mais tarde."),
    ("Esta ligação expirou", "Esta ligação de {brand} já não leva a lado nenhum. Lamentamos."),
)

POLISH = TroubleWords(
    "pl",
    ("Nie ma tej strony", "Link może być stary albo niepełny."),
    ("Tej strony nie da się tak otworzyć", "Użyj linku z e-maila."),
    ("Nie udało się tego odczytać", "Użyj linku z e-maila."),
    ("Chwileczkę", "W tej chwili się nie udało. Spróbuj ponownie za minutę."),
    ("Coś poszło nie tak", "To nasza wina. Spróbuj ponownie później."),
    ("Ten link wygasł", "Ten link od {brand} już nigdzie nie prowadzi. Przepraszamy."),
)

SWEDISH = TroubleWords(
    "sv",
    ("Den här sidan finns inte", "Länken kan vara gammal eller ofullständig."),
    ("Sidan kan inte öppnas så här", "Använd länken i mejlet."),
    ("Det gick inte att läsa", "Använd länken i mejlet."),
    ("Ett ögonblick", "Det gick inte just nu. Försök igen om en minut."),
    ("Något gick fel", "Det är vårt fel. Försök igen senare."),
    ("Länken gäller inte längre", "Den här länken från {brand} leder ingenstans längre. Vi "
     "beklagar."),
)  # fmt: skip

ARABIC = TroubleWords(
    "ar",
    ("هذه الصفحة غير موجودة", "ربما يكون الرابط قديمًا أو غير مكتمل."),
    ("لا يمكن فتح هذه الصفحة بهذه الطريقة", "يرجى استخدام الرابط الموجود في الرسالة."),
    ("تعذرت قراءة ذلك", "يرجى استخدام الرابط الموجود في الرسالة."),
    ("لحظة من فضلك", "تعذر ذلك الآن. يرجى المحاولة من جديد بعد دقيقة."),
    ("حدث خطأ ما", "الخطأ من جانبنا. يرجى المحاولة من جديد لاحقًا."),
    ("انتهت صلاحية هذا الرابط", "هذا الرابط من {brand} لم يعد يؤدي إلى أي مكان. نعتذر عن ذلك."),
)

HEBREW = TroubleWords(
    "he",
    ("הדף הזה לא נמצא", "ייתכן שהקישור ישן או חלקי."),
    ("אי אפשר לפתוח את הדף כך", "נא להשתמש בקישור שבהודעת הדואר."),
    ("לא הצלחנו לקרוא את זה", "נא להשתמש בקישור שבהודעת הדואר."),
    ("רק רגע", "זה לא הצליח כרגע. נא לנסות שוב בעוד דקה."),
    ("משהו השתבש", "התקלה אצלנו. נא לנסות שוב מאוחר יותר."),
    ("תוקף הקישור פג", "הקישור הזה מאת {brand} כבר אינו מוביל לשום מקום. אנחנו מצטערים."),
)

PERSIAN = TroubleWords(
    "fa",
    ("این صفحه وجود ندارد", "شاید پیوند قدیمی یا ناقص باشد."),
    ("این صفحه به این شکل باز نمی\u200cشود", "لطفاً از پیوند داخل ایمیل استفاده کنید."),
    ("نتوانستیم آن را بخوانیم", "لطفاً از پیوند داخل ایمیل استفاده کنید."),
    ("یک لحظه لطفاً", "همین حالا ممکن نشد. لطفاً یک دقیقهٔ دیگر دوباره تلاش کنید."),
    ("مشکلی پیش آمد", "تقصیر ماست. لطفاً بعداً دوباره تلاش کنید."),
    ("این پیوند منقضی شده است", "این پیوند از {brand} دیگر به جایی نمی\u200cرسد. متأسفیم."),
)

TURKISH = TroubleWords(
    "tr",
    ("Bu sayfa yok", "Bağlantı eski ya da eksik olabilir."),
    ("Bu sayfa bu şekilde açılamaz", "Lütfen e-postadaki bağlantıyı kullanın."),
    ("Bunu okuyamadık", "Lütfen e-postadaki bağlantıyı kullanın."),
    ("Bir dakika lütfen", "Şu anda yapamadık. Lütfen bir dakika sonra yeniden deneyin."),
    ("Bir şeyler ters gitti", "Hata bizde. Lütfen daha sonra yeniden deneyin."),
    ("Bu bağlantının süresi doldu", "{brand} tarafından gönderilen bu bağlantı artık hiçbir yere "
     "götürmüyor. Üzgünüz."),
)  # fmt: skip

SPOKEN: Mapping[str, TroubleWords] = {
    words.language: words
    for words in (
        ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE, POLISH, SWEDISH,
        ARABIC, HEBREW, PERSIAN, TURKISH,
    )
}  # fmt: skip


def trouble_words(*languages: str) -> TroubleWords:
    """The words of the first of these languages that there are words in, else English."""
    return next((SPOKEN[one] for one in languages if one in SPOKEN), ENGLISH)
