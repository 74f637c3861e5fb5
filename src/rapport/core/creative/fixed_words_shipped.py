"""The fixed words that Rapport brings, by language.

In which language somebody gets a message is part of what a decision knows
(`rapport.core.deciding.had`). So a language that is added here comes with a new edition of
releases, see `rapport.core.editions`.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rapport.core.creative.fixed_words import FixedWords

ENGLISH = FixedWords(
    locale="en_GB",
    hello="Hello,",
    hello_name="Hello {name},",
    basket="Your basket",
    viewed="In the shop",
    order="Your order",
    in_basket="In your basket",
    from_order="From your order",
    and_the_rest="and the rest",
    rest_of_basket="and the rest of your basket",
    rest_of_order="and the rest of your order",
    total="Total",
    quantity="Quantity",
    more="and {count} more",
    others="{count} more",
    unsubscribe="Unsubscribe",
    choose="Choose what we send you",
    why="You’re getting this because you agreed to hear from {brand} by e-mail.",
    why_cart=(
        "You’re getting this because you agreed to hear from {brand} by e-mail and left a basket "
        "with us."
    ),
    why_order=(
        "You’re getting this because you agreed to hear from {brand} by e-mail and ordered from us."
    ),
    off="{value} off",
    minimum="on orders from {minimum}",
    code="with code {code}",
    until="until {ends}",
    moment="{day} at {time}",
)

GERMAN = FixedWords(
    locale="de_DE",
    hello="Hallo,",
    hello_name="Hallo {name},",
    basket="Ihr Warenkorb",
    viewed="Aus dem Shop",
    order="Ihre Bestellung",
    in_basket="In Ihrem Warenkorb",
    from_order="Aus Ihrer Bestellung",
    and_the_rest="und der Rest",
    rest_of_basket="und der Rest Ihres Warenkorbs",
    rest_of_order="und der Rest Ihrer Bestellung",
    total="Summe",
    quantity="Anzahl",
    more="und noch {count}",
    others="{count} weitere",
    unsubscribe="Abmelden",
    choose="Auswählen, was wir schicken",
    why="Sie bekommen diese E-Mail, weil Sie E-Mails von {brand} zugestimmt haben.",
    why_cart=(
        "Sie bekommen diese E-Mail, weil Sie E-Mails von {brand} zugestimmt haben und noch etwas "
        "in Ihrem Warenkorb liegt."
    ),
    why_order=(
        "Sie bekommen diese E-Mail, weil Sie E-Mails von {brand} zugestimmt und bei uns bestellt "
        "haben."
    ),
    off="{value} Rabatt",
    minimum="ab {minimum} Bestellwert",
    code="mit dem Code {code}",
    until="bis {ends}",
    moment="{day}, {time} Uhr",
)

FRENCH = FixedWords(
    locale="fr_FR",
    hello="Bonjour,",
    hello_name="Bonjour {name},",
    basket="Votre panier",
    viewed="Dans la boutique",
    order="Votre commande",
    in_basket="Dans votre panier",
    from_order="De votre commande",
    and_the_rest="et le reste",
    rest_of_basket="et le reste de votre panier",
    rest_of_order="et le reste de votre commande",
    total="Total",
    quantity="Quantité",
    more="et {count} de plus",
    others="{count} autres",
    unsubscribe="Se désabonner",
    choose="Choisir ce que nous vous envoyons",
    why="Vous recevez cet e-mail parce que vous avez accepté d’en recevoir de {brand}.",
    why_cart=(
        "Vous recevez cet e-mail parce que vous avez accepté d’en recevoir de {brand} et que vous "
        "avez laissé un panier chez nous."
    ),
    why_order=(
        "Vous recevez cet e-mail parce que vous avez accepté d’en recevoir de {brand} et que vous "
        "avez commandé chez nous."
    ),
    off="{value} de remise",
    minimum="dès {minimum} d’achat",
    code="avec le code {code}",
    until="jusqu’au {ends}",
    moment="{day} à {time}",
    colon="\N{NO-BREAK SPACE}:",
)

SPANISH = FixedWords(
    locale="es_ES",
    hello="Hola:",
    hello_name="Hola, {name}:",
    basket="Su cesta",
    viewed="En la tienda",
    order="Su pedido",
    in_basket="En su cesta",
    from_order="De su pedido",
    and_the_rest="y lo demás",
    rest_of_basket="y lo demás de su cesta",
    rest_of_order="y lo demás de su pedido",
    total="Total",
    quantity="Cantidad",
    more="y {count} más",
    others="{count} más",
    unsubscribe="Darse de baja",
    choose="Elegir lo que le enviamos",
    why="Recibe este correo porque aceptó recibir correos de {brand}.",
    why_cart=(
        "Recibe este correo porque aceptó recibir correos de {brand} y dejó una cesta en nuestra "
        "tienda."
    ),
    why_order=(
        "Recibe este correo porque aceptó recibir correos de {brand} e hizo un pedido en nuestra "
        "tienda."
    ),
    off="{value} de descuento",
    minimum="en pedidos desde {minimum}",
    code="con el código {code}",
    until="hasta el {ends}",
    moment="{day} a las {time}",
)

ITALIAN = FixedWords(
    locale="it_IT",
    hello="Buongiorno,",
    hello_name="Buongiorno {name},",
    basket="Il suo carrello",
    viewed="Nel negozio",
    order="Il suo ordine",
    in_basket="Nel suo carrello",
    from_order="Dal suo ordine",
    and_the_rest="e il resto",
    rest_of_basket="e il resto del suo carrello",
    rest_of_order="e il resto del suo ordine",
    total="Totale",
    quantity="Quantità",
    more="e ancora {count}",
    others="altri {count}",
    unsubscribe="Annulla l’iscrizione",
    choose="Scelga che cosa inviarle",
    why="Riceve questa e-mail perché ha accettato di riceverne da {brand}.",
    why_cart=(
        "Riceve questa e-mail perché ha accettato di riceverne da {brand} e ha lasciato un "
        "carrello da noi."
    ),
    why_order=(
        "Riceve questa e-mail perché ha accettato di riceverne da {brand} e ha ordinato da noi."
    ),
    off="{value} di sconto",
    minimum="per ordini da {minimum}",
    code="con il codice {code}",
    until="fino a {ends}",
    moment="{day}, ore {time}",
)

DUTCH = FixedWords(
    locale="nl_NL",
    hello="Hallo,",
    hello_name="Hallo {name},",
    basket="Je winkelmand",
    viewed="In de winkel",
    order="Je bestelling",
    in_basket="In je winkelmand",
    from_order="Uit je bestelling",
    and_the_rest="en de rest",
    rest_of_basket="en de rest van je winkelmand",
    rest_of_order="en de rest van je bestelling",
    total="Totaal",
    quantity="Aantal",
    more="en nog {count}",
    others="nog {count}",
    unsubscribe="Afmelden",
    choose="Kies wat we je sturen",
    why="Je krijgt deze e-mail omdat je ermee hebt ingestemd e-mails van {brand} te ontvangen.",
    why_cart=(
        "Je krijgt deze e-mail omdat je ermee hebt ingestemd e-mails van {brand} te ontvangen en "
        "er nog iets in je winkelmand ligt."
    ),
    why_order=(
        "Je krijgt deze e-mail omdat je ermee hebt ingestemd e-mails van {brand} te ontvangen en "
        "bij ons hebt besteld."
    ),
    off="{value} korting",
    minimum="bij bestellingen vanaf {minimum}",
    code="met code {code}",
    until="tot {ends}",
    moment="{day} om {time}",
)

PORTUGUESE = FixedWords(
    locale="pt_PT",
    hello="Olá,",
    hello_name="Olá, {name},",
    basket="O seu carrinho",
    viewed="Na loja",
    order="A sua encomenda",
    in_basket="No seu carrinho",
    from_order="Da sua encomenda",
    and_the_rest="e o resto",
    rest_of_basket="e o resto do seu carrinho",
    rest_of_order="e o resto da sua encomenda",
    total="Total",
    quantity="Quantidade",
    more="e mais {count}",
    others="mais {count}",
    unsubscribe="Cancelar a subscrição",
    choose="Escolher o que lhe enviamos",
    why="Recebe este e-mail porque aceitou receber e-mails de {brand}.",
    why_cart=(
        "Recebe este e-mail porque aceitou receber e-mails de {brand} e deixou um carrinho na "
        "nossa loja."
    ),
    why_order=(
        "Recebe este e-mail porque aceitou receber e-mails de {brand} e fez uma encomenda na "
        "nossa loja."
    ),
    off="{value} de desconto",
    minimum="em encomendas a partir de {minimum}",
    code="com o código {code}",
    until="até {ends}",
    moment="{day}, às {time}",
)

POLISH = FixedWords(
    locale="pl_PL",
    hello="Dzień dobry,",
    hello_name="Dzień dobry, {name},",
    basket="Twój koszyk",
    viewed="W sklepie",
    order="Twoje zamówienie",
    in_basket="W Twoim koszyku",
    from_order="Z Twojego zamówienia",
    and_the_rest="i reszta",
    rest_of_basket="i reszta koszyka",
    rest_of_order="i reszta zamówienia",
    total="Razem",
    quantity="Ilość",
    more="i jeszcze {count}",
    others="jeszcze {count}",
    unsubscribe="Wypisz się",
    choose="Wybierz, co Ci wysyłamy",
    why="Ta wiadomość jest dla Ciebie, bo zgadzasz się na e-maile od {brand}.",
    why_cart=(
        "Ta wiadomość jest dla Ciebie, bo zgadzasz się na e-maile od {brand}, a w Twoim koszyku "
        "coś jeszcze czeka."
    ),
    why_order=(
        "Ta wiadomość jest dla Ciebie, bo zgadzasz się na e-maile od {brand} i masz u nas "
        "zamówienie."
    ),
    off="{value} rabatu",
    minimum="przy zamówieniach od {minimum}",
    code="z kodem {code}",
    until="– do: {ends}",
    moment="{day}, godz. {time}",
)

SWEDISH = FixedWords(
    locale="sv_SE",
    hello="Hej!",
    hello_name="Hej {name}!",
    basket="Din varukorg",
    viewed="I butiken",
    order="Din beställning",
    in_basket="I din varukorg",
    from_order="Från din beställning",
    and_the_rest="och resten",
    rest_of_basket="och resten av din varukorg",
    rest_of_order="och resten av din beställning",
    total="Summa",
    quantity="Antal",
    more="och {count} till",
    others="{count} till",
    unsubscribe="Avsluta prenumerationen",
    choose="Välj vad vi skickar",
    why="Du får det här mejlet för att du har sagt ja till mejl från {brand}.",
    why_cart=(
        "Du får det här mejlet för att du har sagt ja till mejl från {brand} och har något kvar i "
        "varukorgen."
    ),
    why_order=(
        "Du får det här mejlet för att du har sagt ja till mejl från {brand} och har beställt "
        "hos oss."
    ),
    off="{value} rabatt",
    minimum="på beställningar från {minimum}",
    code="med koden {code}",
    until="till {ends}",
    moment="{day} kl. {time}",
)

SHIPPED: Mapping[str, FixedWords] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "nl": DUTCH,
    "pt": PORTUGUESE,
    "pl": POLISH,
    "sv": SWEDISH,
}

BARE = replace(
    ENGLISH,
    off="{value}",
    minimum="(≥ {minimum})",
    code="· {code}",
    until="· → {ends}",
    others="+{count}",
    moment="{day}, {time}",
)
"""For a release in a language of its own that has no words, from before these were asked for."""
