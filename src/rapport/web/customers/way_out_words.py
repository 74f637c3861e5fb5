"""What the pages behind a message's way out say, in each language that Rapport's fixed words speak.

People read them in the language of the message that the link stood in. `{brand}` is the brand's
name, as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

VERSION = "unsubscribe-page-1"
"""Change it with any `wording`: the consent ledger keeps both."""


class WayOutWords(Struct, frozen=True, gc=False):
    """The words of one language. `wording` is what somebody agrees to who leaves; `kept` names the
    kinds that they keep as `{kinds}`, and `for_later` is of a choice made after leaving."""

    language: str
    title: str
    ask: str
    wording: str
    leave: str
    choose: str
    save: str
    stay: str
    left: str
    goodbye: str
    saved: str
    kept: str
    none_kept: str
    holds: str
    for_later: str
    failed: str
    too_old: str

    @property
    def version(self) -> str:
        """Of the wording in this language."""
        return VERSION if self.language == "en" else f"{VERSION}-{self.language}"


ENGLISH = WayOutWords(
    language="en",
    title="E-mails from {brand}",
    ask="Would you like to stop these e-mails?",
    wording="Stop e-mails from {brand}: you will get no more offers or reminders by e-mail.",
    leave="Stop these e-mails",
    choose="Or choose what you get",
    save="Save my choice",
    stay="If you would rather keep them, just close this page. Nothing has changed.",
    left="You are unsubscribed",
    goodbye="You will get no more offers or reminders from {brand} by e-mail. News about orders "
    "that you place still reaches you. You can close this page.",
    saved="Your choice is saved",
    kept="You will get: {kinds}.",
    none_kept="You will get none of these any more.",
    holds="It holds at once, for e-mails from {brand}. You can close this page.",
    for_later="Your choice is saved, and will hold if you ever subscribe again.",
    failed="We could not do that",
    too_old="This e-mail is too old for us to see whose it was. Use the link in a newer e-mail "
    "from {brand}, or answer it and say so: a person will take you off.",
)

GERMAN = WayOutWords(
    language="de",
    title="E-Mails von {brand}",
    ask="Möchten Sie diese E-Mails nicht mehr bekommen?",
    wording="E-Mails von {brand} abbestellen: Sie bekommen keine Angebote und keine Erinnerungen "
    "mehr per E-Mail.",
    leave="E-Mails abbestellen",
    choose="Oder wählen Sie aus, was Sie bekommen",
    save="Auswahl speichern",
    stay="Wenn Sie sie lieber behalten, schließen Sie einfach diese Seite. Es hat sich nichts "
    "geändert.",
    left="Sie sind abgemeldet",
    goodbye="Sie bekommen von {brand} keine Angebote und keine Erinnerungen mehr per E-Mail. "
    "Nachrichten zu Ihren Bestellungen erreichen Sie weiterhin. Sie können diese Seite schließen.",
    saved="Ihre Auswahl ist gespeichert",
    kept="Sie bekommen: {kinds}.",
    none_kept="Sie bekommen nichts davon mehr.",
    holds="Das gilt ab sofort für E-Mails von {brand}. Sie können diese Seite schließen.",
    for_later="Ihre Auswahl ist gespeichert und gilt, falls Sie sich wieder anmelden.",
    failed="Das hat nicht geklappt",
    too_old="Diese E-Mail ist so alt, dass wir nicht mehr sehen, an wen sie ging. Nehmen Sie den "
    "Link in einer neueren E-Mail von {brand}, oder antworten Sie darauf: Dann meldet jemand Sie "
    "ab.",
)

FRENCH = WayOutWords(
    language="fr",
    title="E-mails de {brand}",
    ask="Souhaitez-vous ne plus recevoir ces e-mails\u00a0?",
    wording="Arrêter les e-mails de {brand}\u00a0: vous ne recevrez plus ni offres ni rappels par "
    "e-mail.",
    leave="Ne plus recevoir ces e-mails",
    choose="Ou choisissez ce que vous recevez",
    save="Enregistrer mon choix",
    stay="Si vous préférez les garder, fermez simplement cette page. Rien n’a changé.",
    left="Vous êtes désabonné(e)",
    goodbye="Vous ne recevrez plus ni offres ni rappels de {brand} par e-mail. Les nouvelles de "
    "vos commandes vous parviennent toujours. Vous pouvez fermer cette page.",
    saved="Votre choix est enregistré",
    kept="Vous recevrez\u00a0: {kinds}.",
    none_kept="Vous n’en recevrez plus aucun.",
    holds="Cela vaut dès maintenant pour les e-mails de {brand}. Vous pouvez fermer cette page.",
    for_later="Votre choix est enregistré et vaudra si vous vous réabonnez un jour.",
    failed="Cela n’a pas été possible",
    too_old="Cet e-mail est trop ancien pour que nous voyions à qui il était adressé. Utilisez le "
    "lien d’un e-mail plus récent de {brand}, ou répondez-y\u00a0: quelqu’un vous désabonnera.",
)

SPANISH = WayOutWords(
    language="es",
    title="Correos de {brand}",
    ask="¿Quiere dejar de recibir estos correos?",
    wording="Dejar de recibir correos de {brand}: no le llegarán más ofertas ni recordatorios por "
    "correo electrónico.",
    leave="No recibir más estos correos",
    choose="O elija lo que recibe",
    save="Guardar mi elección",
    stay="Si prefiere seguir recibiéndolos, cierre esta página. No ha cambiado nada.",
    left="Se ha dado de baja",
    goodbye="No recibirá más ofertas ni recordatorios de {brand} por correo electrónico. Las "
    "noticias de sus pedidos le seguirán llegando. Puede cerrar esta página.",
    saved="Su elección está guardada",
    kept="Recibirá: {kinds}.",
    none_kept="Ya no recibirá nada de esto.",
    holds="Vale desde ahora para los correos de {brand}. Puede cerrar esta página.",
    for_later="Su elección está guardada y valdrá si algún día vuelve a suscribirse.",
    failed="No ha sido posible",
    too_old="Este correo es demasiado antiguo para que veamos a quién se envió. Use el enlace de "
    "un correo más reciente de {brand}, o respóndalo y díganoslo: alguien le dará de baja.",
)

ITALIAN = WayOutWords(
    language="it",
    title="E-mail di {brand}",
    ask="Non desidera più ricevere queste e-mail?",
    wording="Non ricevere più e-mail da {brand}: non le arriveranno più offerte né promemoria "
    "via e-mail.",
    leave="Non ricevere più queste e-mail",
    choose="Oppure scelga che cosa ricevere",
    save="Salva la mia scelta",
    stay="Se preferisce continuare a riceverle, chiuda questa pagina. Non è cambiato nulla.",
    left="La sua iscrizione è annullata",
    goodbye="Non riceverà più offerte né promemoria da {brand} via e-mail. Le notizie sui suoi "
    "ordini le arriveranno ancora. Può chiudere questa pagina.",
    saved="La sua scelta è salvata",
    kept="Riceverà: {kinds}.",
    none_kept="Non riceverà più nulla di tutto questo.",
    holds="Vale da subito per le e-mail di {brand}. Può chiudere questa pagina.",
    for_later="La sua scelta è salvata e varrà se un giorno si iscriverà di nuovo.",
    failed="Non è stato possibile",
    too_old="Questa e-mail è troppo vecchia perché possiamo vedere a chi era diretta. Usi il link "
    "in un’e-mail più recente di {brand}, oppure risponda e ce lo dica: qualcuno annullerà la sua "
    "iscrizione.",
)

DUTCH = WayOutWords(
    language="nl",
    title="E-mails van {brand}",
    ask="Wil je deze e-mails niet meer krijgen?",
    wording="Stop met e-mails van {brand}: je krijgt geen aanbiedingen en herinneringen meer per "
    "e-mail.",
    leave="Stop deze e-mails",
    choose="Of kies wat je krijgt",
    save="Mijn keuze opslaan",
    stay="Wil je ze toch houden, sluit dan gewoon deze pagina. Er is niets veranderd.",
    left="Je bent afgemeld",
    goodbye="Je krijgt van {brand} geen aanbiedingen en herinneringen meer per e-mail. Berichten "
    "over je bestellingen krijg je nog wel. Je kunt deze pagina sluiten.",
    saved="Je keuze is opgeslagen",
    kept="Je krijgt: {kinds}.",
    none_kept="Je krijgt hier niets meer van.",
    holds="Dit geldt meteen voor e-mails van {brand}. Je kunt deze pagina sluiten.",
    for_later="Je keuze is opgeslagen en geldt als je je ooit weer aanmeldt.",
    failed="Dat is niet gelukt",
    too_old="Deze e-mail is zo oud dat we niet meer zien voor wie hij was. Gebruik de link in een "
    "nieuwere e-mail van {brand}, of beantwoord hem en zeg het ons: dan meldt iemand je af.",
)

PORTUGUESE = WayOutWords(
    language="pt",
    title="E-mails de {brand}",
    ask="Quer deixar de receber estes e-mails?",
    wording="Parar os e-mails de {brand}: não receberá mais ofertas nem lembretes por e-mail.",
    leave="Deixar de receber estes e-mails",
    choose="Ou escolha o que recebe",
    save="Guardar a minha escolha",
    stay="Se preferir continuar a recebê-los, feche esta página. Nada mudou.",
    left="A sua subscrição foi cancelada",
    goodbye="Não receberá mais ofertas nem lembretes de {brand} por e-mail. As notícias sobre as "
    "suas encomendas continuam a chegar-lhe. Pode fechar esta página.",
    saved="A sua escolha está guardada",
    kept="Vai receber: {kinds}.",
    none_kept="Não vai receber mais nada disto.",
    holds="Vale desde já para os e-mails de {brand}. Pode fechar esta página.",
    for_later="A sua escolha está guardada e valerá se um dia voltar a subscrever.",
    failed="Não foi possível",
    too_old="Este e-mail é demasiado antigo para vermos a quem foi enviado. Use a ligação de um "
    "e-mail mais recente de {brand}, ou responda-lhe e diga-nos: alguém cancelará a sua "
    "subscrição.",
)

POLISH = WayOutWords(
    language="pl",
    title="E-maile od {brand}",
    ask="Czy nie chcesz już dostawać tych e-maili?",
    wording="Rezygnacja z e-maili od {brand}: nie będziemy już wysyłać Ci ofert ani przypomnień "
    "e-mailem.",
    leave="Nie chcę tych e-maili",
    choose="Albo wybierz, co dostajesz",
    save="Zapisz mój wybór",
    stay="Jeśli wolisz je dostawać, po prostu zamknij tę stronę. Nic się nie zmieniło.",
    left="Twoja rezygnacja jest zapisana",
    goodbye="Nie dostaniesz już e-mailem ofert ani przypomnień od {brand}. Wiadomości o Twoich "
    "zamówieniach nadal do Ciebie dotrą. Możesz zamknąć tę stronę.",
    saved="Twój wybór jest zapisany",
    kept="Będziesz dostawać: {kinds}.",
    none_kept="Nie dostaniesz już nic z tego.",
    holds="Obowiązuje to od razu dla e-maili od {brand}. Możesz zamknąć tę stronę.",
    for_later="Twój wybór jest zapisany i będzie obowiązywać, jeśli kiedyś znowu się zapiszesz.",
    failed="To się nie udało",
    too_old="Ten e-mail jest zbyt stary, byśmy widzieli, do kogo był wysłany. Użyj linku z "
    "nowszego e-maila od {brand} albo odpisz na niego: ktoś Cię wypisze.",
)

SWEDISH = WayOutWords(
    language="sv",
    title="Mejl från {brand}",
    ask="Vill du inte längre få de här mejlen?",
    wording="Avsluta mejl från {brand}: du får inga fler erbjudanden eller påminnelser via mejl.",
    leave="Sluta skicka de här mejlen",
    choose="Eller välj vad du får",
    save="Spara mitt val",
    stay="Vill du hellre ha dem kvar är det bara att stänga sidan. Inget har ändrats.",
    left="Din prenumeration är avslutad",
    goodbye="Du får inga fler erbjudanden eller påminnelser från {brand} via mejl. Besked om dina "
    "beställningar når dig fortfarande. Du kan stänga sidan.",
    saved="Ditt val är sparat",
    kept="Du får: {kinds}.",
    none_kept="Du får inget av det här längre.",
    holds="Det gäller direkt, för mejl från {brand}. Du kan stänga sidan.",
    for_later="Ditt val är sparat och gäller om du någon gång prenumererar igen.",
    failed="Det gick inte",
    too_old="Det här mejlet är så gammalt att vi inte ser vem det gällde. Använd länken i ett "
    "nyare mejl från {brand}, eller svara på det och säg till: då tar någon bort dig.",
)

ARABIC = WayOutWords(
    language="ar",
    title="رسائل {brand}",
    ask="هل تريد إيقاف هذه الرسائل؟",
    wording="إيقاف رسائل {brand}: لن تصلك بعد الآن عروض أو تذكيرات بالبريد الإلكتروني.",
    leave="إيقاف هذه الرسائل",
    choose="أو اختيار ما يصلك",
    save="حفظ الاختيار",
    stay="للاستمرار في تلقيها يكفي إغلاق هذه الصفحة. لم يتغير شيء.",
    left="تم إلغاء اشتراكك",
    goodbye="لن تصلك بعد الآن عروض أو تذكيرات من {brand} بالبريد الإلكتروني. أما الأخبار المتعلقة "
    "بطلباتك فستظل تصلك. يمكنك إغلاق هذه الصفحة.",
    saved="تم حفظ اختيارك",
    kept="سيصلك: {kinds}.",
    none_kept="لن يصلك شيء من هذا بعد الآن.",
    holds="يسري ذلك من الآن على رسائل {brand}. يمكنك إغلاق هذه الصفحة.",
    for_later="تم حفظ اختيارك، وسيسري إذا اشتركت من جديد.",
    failed="لم نتمكن من ذلك",
    too_old="هذه الرسالة أقدم من أن نعرف لمن كانت. يرجى استخدام الرابط في رسالة أحدث من {brand} أو "
    "الرد عليها وإخبارنا بذلك: سيلغي شخص من فريقنا اشتراكك.",
)

HEBREW = WayOutWords(
    language="he",
    title="הודעות דואר מאת {brand}",
    ask="להפסיק את ההודעות האלה?",
    wording="הפסקת הודעות הדואר מאת {brand}: לא יישלחו אליך עוד הצעות או תזכורות בדואר אלקטרוני.",
    leave="להפסיק את ההודעות האלה",
    choose="או לבחור מה לקבל",
    save="שמירת הבחירה שלי",
    stay="כדי להמשיך לקבל אותן מספיק לסגור את הדף הזה. דבר לא השתנה.",
    left="הוסרת מרשימת התפוצה",
    goodbye="לא יישלחו אליך עוד הצעות או תזכורות מאת {brand} בדואר אלקטרוני. עדכונים על ההזמנות "
    "שלך ימשיכו להגיע. אפשר לסגור את הדף הזה.",
    saved="הבחירה שלך נשמרה",
    kept="יישלחו אליך: {kinds}.",
    none_kept="שום דבר מאלה לא יישלח אליך עוד.",
    holds="הדבר תקף מעכשיו להודעות הדואר מאת {brand}. אפשר לסגור את הדף הזה.",
    for_later="הבחירה שלך נשמרה, ותהיה תקפה אם תהיה הרשמה מחדש.",
    failed="לא הצלחנו לעשות זאת",
    too_old="ההודעה הזאת ישנה מכדי שנדע למי נשלחה. אפשר להשתמש בקישור שבהודעה חדשה יותר מאת "
    "{brand}, או להשיב עליה ולכתוב לנו: מישהו יסיר אותך מהרשימה.",
)

PERSIAN = WayOutWords(
    language="fa",
    title="ایمیل\u200cهای {brand}",
    ask="می\u200cخواهید این ایمیل\u200cها دیگر نیایند؟",
    wording="توقف ایمیل\u200cهای {brand}: دیگر پیشنهاد یا یادآوری با ایمیل دریافت نمی\u200cکنید.",
    leave="توقف این ایمیل\u200cها",
    choose="یا انتخاب کنید چه دریافت کنید",
    save="ذخیرهٔ انتخاب من",
    stay="اگر می\u200cخواهید همچنان دریافتشان کنید، فقط این صفحه را ببندید. چیزی تغییر نکرده است.",
    left="اشتراک شما لغو شد",
    goodbye="دیگر پیشنهاد یا یادآوری از {brand} با ایمیل دریافت نمی\u200cکنید. خبرهای "
    "سفارش\u200cهایتان همچنان به شما می\u200cرسد. می\u200cتوانید این صفحه را ببندید.",
    saved="انتخاب شما ذخیره شد",
    kept="دریافت می\u200cکنید: {kinds}.",
    none_kept="دیگر هیچ\u200cکدام از این\u200cها را دریافت نمی\u200cکنید.",
    holds="از همین حالا برای ایمیل\u200cهای {brand} برقرار است. می\u200cتوانید این صفحه را ببندید.",
    for_later="انتخاب شما ذخیره شد و اگر روزی دوباره مشترک شوید برقرار خواهد بود.",
    failed="این کار انجام نشد",
    too_old="این ایمیل آن\u200cقدر قدیمی است که نمی\u200cدانیم برای چه کسی بوده است. از پیوند یک "
    "ایمیل تازه\u200cتر {brand} استفاده کنید، یا به آن پاسخ دهید و به ما بگویید: کسی اشتراک شما را "
    "لغو می\u200cکند.",
)

TURKISH = WayOutWords(
    language="tr",
    title="{brand} e-postaları",
    ask="Bu e-postaları artık almak istemiyor musunuz?",
    wording="{brand} e-postalarını durdur: artık e-postayla teklif ve hatırlatma almayacaksınız.",
    leave="Bu e-postaları durdur",
    choose="Ya da ne alacağınızı seçin",
    save="Seçimimi kaydet",
    stay="Almaya devam etmek isterseniz bu sayfayı kapatmanız yeterli. Hiçbir şey değişmedi.",
    left="Aboneliğiniz sona erdi",
    goodbye="Artık {brand} tarafından e-postayla teklif ve hatırlatma almayacaksınız. "
    "Siparişlerinizle ilgili haberler size ulaşmaya devam eder. Bu sayfayı kapatabilirsiniz.",
    saved="Seçiminiz kaydedildi",
    kept="Alacaklarınız: {kinds}.",
    none_kept="Artık bunların hiçbirini almayacaksınız.",
    holds="{brand} e-postaları için hemen geçerlidir. Bu sayfayı kapatabilirsiniz.",
    for_later="Seçiminiz kaydedildi ve yeniden abone olursanız geçerli olur.",
    failed="Bunu yapamadık",
    too_old="Bu e-posta, kime gönderildiğini göremeyeceğimiz kadar eski. {brand} tarafından "
    "gönderilen daha yeni bir e-postadaki bağlantıyı kullanın ya da o e-postayı yanıtlayıp bize "
    "söyleyin: biri aboneliğinizi sonlandırır.",
)

SPOKEN: Mapping[str, WayOutWords] = {
    words.language: words
    for words in (
        ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE, POLISH, SWEDISH,
        ARABIC, HEBREW, PERSIAN, TURKISH,
    )
}  # fmt: skip


def way_out_words(*languages: str) -> WayOutWords:
    """The words of the first of these languages that there are words in, else English."""
    found = (SPOKEN[language] for language in languages if language in SPOKEN)
    return next(found, ENGLISH)
