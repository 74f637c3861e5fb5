"""Figures, offers and hurry in other languages that are written in Latin letters.

They apply whatever the language of the message: a foreign phrase is a common way round. Words that
mean something else in English are left out, and are found by the check of the language.
"""

from __future__ import annotations

CLASSES: dict[str, str] = {}

FIGURE = """
# German, Dutch, French, Spanish, Italian, Portuguese, Polish, Swedish
zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|dutzend
halb|halbe|halben|halber|halbes|halbier*|doppelt*|halfte|viertel|drittel
twee|drie|vijf|zes|zeven|negen|tien|twaalf|twintig|honderd|duizend|halve|helft|dubbel*
deux|trois|quatre|cinq|sept|huit|neuf|douze|quinze|vingt|trente|quarante|cinquante|soixante|mille|moitie|tiers|douzaine
dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|cien|ciento|mitad|doble|docena
tre|quattro|cinque|sette|otto|nove|dieci|dodici|venti|trenta|quaranta|cinquanta|cento|doppio|mezzo|dozzina
dois|duas|quatro|oito|dez|vinte|trinta|cinquenta|cem|metade|dobro
dwa|trzy|cztery|piec|szesc|siedem|osiem|dziewiec|dziesiec|dwadziescia|polowa|polowe
tva|fyra|fem|sju|atta|nio|tio|tjugo|hundra|halva|halften
"""

PERCENTAGE = """
prozent*|procent*|pourcent*|porcent*|percento|procenat*|yuzde
zehnprozent*
pour|por|per cento|ciento
"""

DATE = """
montag*|dienstag*|mittwoch*|donnerstag*|freitag*|samstag*|sonntag*|heute|morgen|gestern|mitternacht|wochenende
lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourd|aujourdhui|minuit
lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana|medianoche|ayer
lunedi|martedi|mercoledi|giovedi|venerdi|domenica|oggi|domani|mezzanotte
maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vandaag|middernacht
januar*|februar|marz|oktober|dezember|janvier|fevrier|juillet|aout|septembre|octobre|decembre|enero|febrero|julio|agosto|diciembre|gennaio|luglio|dicembre
amanha|hoje|jutro|dzis|dzisiaj|imorgon|idag
"""

OFFER = """
gutschein*|angebot*|preis*|sonderpreis*|schnappchen*|ausverkauf*|guenstig*|gunstig*
soldes|prix|promo
en promotion
oferta*|precio|precios|cupon*|barato*
offerta|prezzo|prezzi|saldi|buono
aanbieding*|prijs*|goedkoop*
preco|precos|promocao|cupom
promocj*|ceny
erbjudande*|billig*|tilbud|tarjous|akcio
"""

DISCOUNT = """
rabatt*|ermassig*|reduziert*|sparen|nachlass
remise*|reduction|rabais|economis*
descuento*|rebaja*|ahorra*
sconto*|sconti|risparmi*
korting*|bespaar*
desconto*|znizk*|rabat|rabaty|alennus*|indirim*|sleva
"""

DELIVERY = """
versandkostenfrei*|livraison|gratisverzending
"""

GIFT = """
schenk*|verschenk*|geschenk*|cadeau*|kado*
regalamos|regaliamo|regalo*|omaggio|brinde*|oferecemos
podaruj*|prezent|gava|hediye
"""

RIDE = """
gratis*|kostenlos*|umsonst|gratuit*|offert*|offrons|offrez|gratuito*|offriamo
darmow*|bjuder|bjud|ilmai*|ucretsiz|bedava|zdarma|ingyen
"""

URGENCY = """
nur|solange ..2 noch|heute|reicht|kurz*|stuck
beeil*|eilt|letzte|letzten|vorrat|jetzt|sofort|begrenzt*
derniere*|dernier*|vite|limitee|epuis*|depechez|maintenant|bientot|seulement
ultima|ultimas|ultimos|ultimo|rapido|agotad*|limitad*|ahora|solo ..1 hoy
affrett*|subito|scadenza|scade|esaurit*|limitato|limitata|limitati
laatste|haast|beperkt*|uitverkocht|snel|alleen
sista|skynda|begransad*|ostatni*|pospiesz*|limitowan*
"""

TABLES = {
    "figure": FIGURE,
    "percentage": PERCENTAGE,
    "date": DATE,
    "offer": OFFER,
    "offer:discount": DISCOUNT,
    "offer:delivery": DELIVERY,
    "offer:gift": GIFT,
    "offer:ride": RIDE,
    "urgency": URGENCY,
}
