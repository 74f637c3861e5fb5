"""Everyday copy in eight languages: what is harmless passes, and what urges or dates does not, in
whichever of its usual forms."""

from __future__ import annotations

import pytest
from copy_checks_brand import checks

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.remarks import remarks
from rapport.core.copy_checks.remarks_abroad import LANGUAGES

HARMLESS = {
    "de": """
        Nur noch wenige Klicks bis zu Ihrer Tasse.
        Es fehlen nur noch ein paar kleine Schritte.
        So läuft der Versand bei uns ab.
        Und so läuft es ab: aussuchen, bestellen, freuen.
        Nicht nur heute, sondern jeden Tag.
        Kein Becher soll dem anderen gleich sein.
        Frühstück muss nicht schnell sein.
        Sie dürfen diesem Blau gern verfallen.
        Liefern lassen bis zur Haustür, nicht nur bis zum Laden.
        Für die Rückgabe gibt es keine Frist.
        Füllen Sie den Becher nur bis zum Rand.
        Tee, der sonntags am besten schmeckt.
        Für langsame Wochenenden.
        Die letzte Tasse des Tages gehört Ihnen.
        Gut, dass Sie wieder da sind.""",
    "nl": """
        Dat is haast te mooi om waar te zijn.
        Haast niemand maakt ze nog met de hand.
        Haast ongemerkt je lievelingsmok.
        Is je koffie bijna op?
        Wij zijn bijna op tijd voor de thee.
        Het glazuur heeft een mooi verloop van blauw naar groen.
        Het bestellen verloopt soepel.
        Nog maar een paar klikken en hij is van jou.
        Nog maar enkele kleine stappen.
        De laatste paar jaar draaien wij alles met de hand.
        Niet alleen vandaag, maar elke dag.
        Iets lekkers voor zondagochtend, of voor het hele weekend.
        Koffie voor rustige zondagen.
        Je hoeft je niet te haasten.
        Fijn dat je er weer bent.""",
    "fr": """
        Le dimanche, le thé a meilleur goût.
        Pour le samedi en famille.
        Plus que quelques clics et il est à vous.
        Plus que quelques petites étapes.
        Ces derniers jours, vous avez regardé nos tasses.
        Votre café est presque épuisé ?
        Rien ne presse, votre panier vous attend.
        Un retour sans date limite.
        Pas seulement aujourd’hui, mais chaque jour.
        Le week-end commence avec une bonne tasse.
        Des tasses pour chaque matin.
        Elle est faite à la main, sans hâte.
        Une couleur qui rappelle le mois de mai.
        Répondez simplement à ce message.
        Ravis de vous revoir.""",
    "es": """
        Con esta tapa no se pierde ni una gota.
        En los últimos días has mirado nuestras tazas.
        Tu saldo no caduca.
        La devolución no tiene fecha límite.
        Solo quedan unos pocos clics.
        Quedan pocos pasos para tenerla en casa.
        ¿Se agota tu café?
        ¿Tu té está casi agotado?
        No solo hoy, sino todos los días.
        Para los domingos en familia.
        Tómate tu tiempo.
        Un fin de semana tranquilo, una taza caliente.
        Hecha a mano, sin prisas ni atajos.
        Responde a este mensaje cuando quieras.
        Nos alegra verte de nuevo.""",
    "it": """
        Un tè di domenica, con calma.
        Di sabato la colazione è più lunga.
        Negli ultimi giorni hai guardato le nostre tazze.
        Nelle ultime ore qualcosa è rimasto nel carrello.
        Il tuo credito è senza scadenza.
        Il buono non scade.
        Non solo oggi, ma ogni giorno.
        Restano pochi clic.
        Rimangono solo pochi passi.
        Per non perdere il calore, c’è il coperchio.
        Il tuo caffè è quasi esaurito?
        Nel fine settimana la tazza grande.
        Con calma, il carrello non va via.
        Rispondi pure a questo messaggio.
        Che bello rivederti.""",
    "pt": """
        Perfeita na segunda chávena do dia.
        As ervas crescem na quinta.
        Foi colhido na quinta de família.
        Esta segunda cor é mais suave.
        Na terceira prateleira, a sua caneca.
        Nos últimos dias viu as nossas canecas.
        Não só hoje, mas todos os dias.
        A tampa ajuda a não perder o calor.
        Enquanto dura o chá, dura a conversa.
        O seu saldo não expira.
        A devolução não tem data limite.
        Restam poucos passos.
        Só restam uns cliques.
        Para os domingos sem relógio.
        Que bom ver você de novo.""",
    "pl": """
        Tylko kilka kliknięć i kubek jest Twój.
        Jeszcze kilka kroków do końca.
        To tylko kilka słów o naszej pracowni.
        Zostało tylko wybrać kolor.
        Zostało tylko kilka drobnych pytań.
        Nie tylko dziś, ale każdego dnia.
        Nie spiesz się, koszyk poczeka.
        Herbata na spokojne niedziele.
        Kubek na leniwy weekend.
        Zrobione ręcznie, bez pośpiechu.
        Ogień wygasa, herbata jeszcze ciepła.
        Dbamy o środek i o brzeg.
        W maju kwitną bzy.
        Po prostu odpisz na tę wiadomość.
        Miło Cię znowu widzieć.""",
    "sv": """
        Är ditt kaffe snart slut hemma?
        Bara några få klick kvar till din mugg.
        Bara några få små steg.
        Inte bara idag, utan varje dag.
        Glädjen upphör aldrig.
        För lugna söndagar.
        En mugg för helgens frukost.
        Det är ingen brådska.
        Du behöver inte skynda dig.
        Drejad för hand, i lugn och ro.
        Din varukorg står kvar.
        En kopp till, om du vill.
        Våren kommer i mars.
        Svara gärna på det här mejlet.
        Roligt att se dig igen.""",
}

BAD = {
    "de": """
        date: Das gilt bis Freitagabend.
        date: Ab Montagmorgen ist alles wieder wie sonst.
        date: Am Wochenende ist alles günstiger.
        date: Nur dieses Wochenende ohne Versandkosten.
        date: Bis zum Wochenende bestellen.
        date: Bestellen Sie bis spätestens Sonntag.
        date: Gültig bis einschließlich Samstag.
        date: Bis Mitternacht bestellen.
        date: Kommenden Mittwoch ist Schluss.
        urgency: Greifen Sie schnell zu.
        urgency: Ihre Punkte verfallen.
        urgency: Ihr Gutschein läuft bald ab.
        urgency: Ihr Code verfällt.
        scarcity: Nur noch wenige Tassen.
        scarcity: Restposten aus unserer Werkstatt.""",
    "nl": """
        date: Geldig tot vrijdagavond.
        date: Alleen deze zaterdagochtend.
        date: Tot en met zondag.
        date: Geldig t/m zondag.
        date: Dit weekend zonder verzendkosten.
        date: Bestel tot middernacht.
        date: Aanstaande woensdag stopt het.
        urgency: Maak haast.
        urgency: Wie hem wil, moet gauw zijn.
        urgency: Je code verloopt.
        urgency: De actie loopt snel af.
        urgency: Wees er vlug bij.
        scarcity: De voorraad is bijna op.
        scarcity: Nog maar een paar mokken.
        scarcity: De laatste stuks.""",
    "fr": """
        date: Jusqu’à vendredi soir.
        date: Ce samedi matin seulement.
        date: C’est valable le lundi.
        date: Dès lundi, tout change.
        date: Vendredi prochain, c’est fini.
        date: Ce week-end, sans frais de port.
        date: Valable jusqu’au week-end.
        date: Commandez jusqu’à minuit.
        urgency: Une offre à ne pas manquer.
        urgency: Offre limitée.
        urgency: Profitez-en vite.
        urgency: Votre code expire.
        urgency: Ce sont les derniers jours.
        scarcity: Plus que quelques tasses.
        scarcity: Presque épuisé, vous la voulez ?""",
    "es": """
        date: Vale hasta el viernes por la noche.
        date: Hasta este fin de semana.
        date: Este finde, sin gastos de envío.
        date: El lunes que viene se acaba.
        date: Pide antes del sábado.
        date: Pide hasta medianoche.
        date: Hasta domingo.
        urgency: ¡Date prisa!
        urgency: No te lo pierdas.
        urgency: Tu código caduca.
        urgency: La oferta expira mañana.
        urgency: Antes de que se acabe.
        scarcity: Se agotan las tazas azules.
        scarcity: Solo quedan unas tazas.
        scarcity: Plazas limitadas.""",
    "it": """
        date: Vale fino a venerdì sera.
        date: Entro domenica mattina.
        date: Solo questo weekend.
        date: Entro il fine settimana.
        date: Sabato prossimo finisce tutto.
        date: Ordina entro mezzanotte.
        date: A partire da lunedì.
        urgency: Il tuo buono scade.
        urgency: Solo per pochi giorni.
        urgency: Non perderti la tazza blu.
        urgency: Le ultime ore.
        urgency: Non lasciartela sfuggire.
        scarcity: Restano poche tazze.
        scarcity: Fino a esaurimento scorte.
        scarcity: Finché ci sono scorte.""",
    "pt": """
        date: Vale até sexta.
        date: Até sexta à noite.
        date: Na segunda, tudo volta ao normal.
        date: Só nesta terça.
        date: Até quinta ou enquanto houver vontade.
        date: Vale até sexta-feira à noite.
        date: Neste fim de semana, portes grátis.
        date: Encomende até à meia-noite.
        date: No próximo sábado termina tudo.
        urgency: Não perca esta caneca.
        urgency: O seu código expira.
        urgency: Só por hoje.
        urgency: São os últimos dias.
        scarcity: Enquanto durarem os stocks.
        scarcity: Restam poucas canecas.""",
    "pl": """
        date: Ważne do piątku wieczorem.
        date: Zamów przed piątkiem.
        date: Zdążysz przed wtorkiem.
        date: Tylko w ten weekend.
        date: Do końca weekendu.
        date: Zamów do północy.
        date: W najbliższą sobotę koniec.
        date: Od przyszłego czwartku.
        urgency: Twój kod wygasa.
        urgency: Oferta wygasa jutro.
        urgency: Śpiesz się.
        urgency: Nie przegap okazji.
        scarcity: Tylko kilka sztuk.
        scarcity: Zostało tylko kilka.
        scarcity: Zostały tylko dwie sztuki.""",
    "sv": """
        date: Gäller till fredag kväll.
        date: Till och med söndagen.
        date: Gäller t.o.m. söndag.
        date: På fredagskvällen är det slut.
        date: Bara i helgen.
        date: Nästa helg är det för dyrt.
        date: Beställ till midnatt.
        date: Senast lördagsmorgon.
        urgency: Erbjudandet upphör.
        urgency: Det tar snart slut.
        urgency: Missa inte den blå muggen.
        urgency: Sista timmarna.
        scarcity: Bara några få muggar.
        scarcity: Så länge det räcker.
        scarcity: Snart slut, vill du ha en?""",
}


def lines(words: str) -> list[str]:
    return [line.strip() for line in words.strip().splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_shops_kindly_say_every_day_is_not_refused(language: str) -> None:
    assert len(lines(HARMLESS[language])) == 15
    refused = {
        words: told
        for words in lines(HARMLESS[language])
        if (told := remarks(words, may_urge=False, language=language))
    }
    assert refused == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_urges_or_dates_is_refused_in_its_everyday_forms(language: str) -> None:
    assert len(lines(BAD[language])) == 15
    passed = []
    for line in lines(BAD[language]):
        rule, _, words = line.partition(": ")
        if rule not in {one.rule for one in remarks(words, may_urge=False, language=language)}:
            passed.append(line)
    assert passed == []


CHECKED = {
    "de": (
        "Lies dir alles in Ruhe durch und frag, wenn etwas unklar ist.",
        "Wer läuft, bleibt in Bewegung, bei Regen und in Turnhallen.",
        "Vielleicht läufst du in Parks, vielleicht in Wäldern.",
    ),
    "fr": (
        "Un mot de notre atelier.",
        "Une chaussure se juge en courant, et un peu à la couleur.",
        "Pensez à la largeur à l’avant du pied, on l’oublie souvent.",
    ),
}


AROUND = {
    "de": {"subject": "Ihr Korb ist noch da", "cta": "Zum Korb"},
    "fr": {"subject": "Votre panier est toujours là", "cta": "Voir le panier"},
}


def checked(words: str, language: str, offer: str = "none") -> set[str]:
    return checks(words, language=language, offer=offer, **AROUND[language])


@pytest.mark.parametrize("language", CHECKED)
def test_what_a_model_writes_is_no_name_and_in_its_language(language: str) -> None:
    for words in CHECKED[language]:
        assert checked(words, language).isdisjoint({f.NAME, f.LANGUAGE}), words


def test_another_language_is_still_found() -> None:
    english = "We kept everything for you, and there is no need to decide today."
    for language in CHECKED:
        assert f.LANGUAGE in checked(english, language)
    assert f.LANGUAGE in checked(CHECKED["fr"][1], "de")


@pytest.mark.parametrize(
    ("words", "language", "offer"),
    [
        ("Livraison offerte avec le code {{ offer.code }}.", "fr", "carriage"),
        ("{{ offer.value }} de remise avec le code {{ offer.code }}.", "fr", "five-off"),
        ("Ein Geschenk von uns liegt bei.", "de", "tea"),
    ],
)
def test_an_offer_may_be_named_where_it_was_decided(words: str, language: str, offer: str) -> None:
    assert f.OFFER not in checked(words, language, offer)
    assert f.OFFER in checked(words, language)
