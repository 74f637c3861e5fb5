"""What approved words in other languages may not say by themselves: the short list of `remarks` in
German, Dutch, French, Spanish, Italian, Portuguese, Polish and Swedish.

Each list is for words of its own language alone, so that it may be as plain as the English one. It
is read without accents, and what it finds is shown as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

from rapport.core.copy_checks import findings as f


class _Words(Struct, frozen=True, gc=False):
    """One language's, as patterns without accents.

    `numbers` are those above one, `few` what stands for some; `units` are of time, money and
    shares. `by` is what makes a date of a day, `until` of a month, and `dates` are others. `rush`
    are bare words of haste, of which those in a clause with a `no` are kind ('keine Eile').
    `urgency` and `scarcity` look around them as far as everyday copy needs it: 'nicht nur heute',
    'nur noch wenige Klicks' and the question whether one's own coffee is used up press nobody.
    """

    numbers: str
    few: str
    money: str
    units: str
    half_price: str
    percent: str
    by: str
    days: str
    until: str
    months: str
    dates: str
    rush: str
    no: str
    urgency: str
    scarcity: str


_NOT_ASKED = r"\b(?![^.,;:!?–—]*\?)"
"""At the end of a word, in no question."""

_BY_LANGUAGE: dict[str, _Words] = {
    "de": _Words(
        numbers="zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|funfzehn|zwanzig|"
        "drei(?:ss|ß)ig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend",
        few="paar|wenige|einige",
        money="euros?|cents?|franken|rappen|dollar|pfund|prozent",
        units="stunden?|minuten?|tage?n?|wochen?|monate?n?",
        half_price=r"halbe[nr]? preis",
        percent=r"\w*prozent\w*",
        by="am|bis|bis zum|bis einschlie(?:ss|ß)lich|spatestens|ab|vor|vom|von|seit|diesen|dieser|"
        "kommenden|nachsten",
        days="(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
        "(?:morgen|vormittag|mittag|nachmittag|abend|nacht)?",
        until="bis|bis zum|bis ende|bis anfang|ab|vor",
        months="januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember",
        dates="(?:am|bis|bis zum|ab|dieses|diesem|kommendes|kommenden|nachstes|nachsten) wochenende"
        "|bis (?:heute |morgen )?(?:um )?mitternacht",
        rush=r"beeil\w*|eilt|eile|frist|schnell sein",
        no=r"nicht|kein\w*|ohne|niemand\w*|nie",
        urgency=r"letzte[nr]? (?:chance|gelegenheit|moglichkeit|stunden?|tage?)"
        r"|ende[tn] (?:schon |sehr )?(?:bald|heute|morgen|in kurze|in wenigen)"
        r"|lauf(?:t|en) (?:(?:bald|heute|morgen|schon|demnachst) )?ab\b|verfallt"
        r"|(?:punkte|guthaben|rabatte?|gutscheine?|codes?) verfallen"
        r"|(?<!nicht.)nur (?:noch )?(?:bis )?(?:heute|jetzt|morgen|(?:fur )?kurze zeit)"
        r"|(?:schnell|jetzt|sofort|gleich) (?:zugreifen|zuschlagen|sichern|handeln)"
        r"|greif\w* (?:sie )?(?:schnell|jetzt|gleich) zu"
        r"|jetzt oder nie|bevor es zu spat|die zeit lauft|verpass\w* (?:\w+ )?nicht"
        r"|nicht verpassen|(?:zeitlich )?begrenzte?r? zeit|zeitlich begrenzt|befristet\w*",
        scarcity=r"nur noch (?:(?:wenige|ein paar|einige)"
        r"(?! (?:\w+ )?(?:klick|schritt|handgriff|angabe|frage|wort|zeile)\w*)|\w+ stuck)"
        r"|(?:wenige|letzten?) (?:stuck\w*|exemplare\w*)|solange (?:der |unser )?vorrat reicht"
        r"|(?:fast|bald|schnell|beinahe) (?:weg|ausverkauft|vergriffen)"
        r"|(?:geringe\w*|knappe\w*|wenig) (?:bestand|lagerbestand|vorrat)"
        r"|hei(?:ss|ß) begehrt|sehr gefragt|ausverkauf|restposten",
    ),
    "nl": _Words(
        numbers="twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig|"
        "veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend",
        few="paar|enkele",
        money="euro'?s?|cent|dollar|procent",
        units="uur|uren|minuten|dag|dagen|weken|week|maanden|maand",
        half_price="halve prijs",
        percent=r"\w*procent\w*",
        by=r"op|tot|tot en met|t/m|vanaf|voor(?! \w+(?:ochtend|morgen|middag|avond|nacht)\b)|deze|"
        r"volgende|komende|aanstaande|sinds",
        days="(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
        "(?:ochtend|morgen|middag|avond|nacht)?",
        until="tot|tot en met|tot eind|vanaf|voor",
        months="januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
        "december",
        dates="(?:dit|komend|volgend|aankomend) weekend|tot (?:en met )?(?:het |dit )?weekend"
        "|tot (?:vannacht |vanavond )?middernacht",
        rush=r"haast (?:je|u|jullie)|haasten|maak haast|gauw zijn",
        no=r"niet|geen|zonder|nooit|niemand",
        urgency=r"laatste (?:kans|uren|uur|dagen|dag)"
        r"|eindigt (?:al )?(?:snel|binnenkort|vandaag|morgen|vanavond)"
        r"|(?<!niet.)alleen vandaag|nu of nooit"
        r"|mis (?:het|dit|deze|die) niet|niet missen|beperkte tijd"
        r"|loopt (?:(?:bijna|snel|binnenkort|vandaag|morgen) )?af\b"
        r"|(?:code|korting|bon|actie|aanbod|aanbieding|voordeel) verloopt"
        r"|verloopt (?:al )?(?:bijna|snel|binnenkort|vandaag|morgen|vanavond)"
        r"|wees (?:er )?(?:snel|vlug|gauw)|op (?:is|=) op"
        r"|voor het te laat is|deadline|sla (?:nu|snel) toe",
        scarcity=r"bijna (?:uitverkocht|weg)|bijna op(?=\s*(?:[.!,;]|$))"
        r"|nog maar (?:(?:een paar|enkele)(?! (?:\w+ )?(?:klik|stap|vra[ag]|regel)\w*)|\w+ stuks)"
        r"|laatste (?:stuks|exemplaren|paar stuks)|zolang de voorraad strekt|beperkte voorraad"
        r"|weinig (?:op )?voorraad|zeer gewild|erg gewild|voorraad raakt op|raakt snel op",
    ),
    "fr": _Words(
        numbers="deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|"
        "quarante|cinquante|soixante|cent|mille",
        few="quelques",
        money="euros?|centimes?|dollars?|pour ?cent",
        units="heures?|minutes?|jours?|semaines?|mois",
        half_price="moitie (?:du )?prix",
        percent=r"pour ?cents?|pourcent\w*",
        by="ce|jusqu['’]a|jusqu['’]au|avant|d['’]ici|des|a partir de|a partir du|depuis",
        days="lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
        until="jusqu['’]en|jusqu['’]a|jusqu['’]a fin|jusqu['’]au mois de|avant|d['’]ici|des|fin",
        months="janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|"
        "decembre",
        dates=r"(?:ce|jusqu['’]au|des ce|avant ce) week-?end|week-?end prochain"
        r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) prochain"
        r"|(?:valable|offert|livre)e?s? (?:seulement )?le (?:lundi|mardi|mercredi|jeudi|vendredi|"
        r"samedi|dimanche)|jusqu['’]a (?:ce soir )?minuit",
        rush=r"depech\w*|hatez|hate-toi|date limite",
        no=r"pas|sans|jamais|inutile|aucune?",
        urgency=r"derniere (?:chance|occasion|heure)|(?<!ces.)dernier(?:s|es)? (?:jours?|heures?)"
        r"|(?:se termine|prend fin|finit) (?:bientot|aujourd|demain|ce soir)"
        r"|(?<!pas.)(?:seulement|uniquement) (?:aujourd['’]hui|ce soir)"
        r"|aujourd['’]hui (?:seulement|uniquement)|maintenant ou jamais"
        r"|ne (?:manquez|manque|ratez|rate) (?:surtout )?pas|(?:duree|temps|offre) limitee?"
        r"|a ne (?:surtout )?pas (?:manquer|rater)|expir(?:e|ent|era|eront|ation)"
        r"|avant qu['’]il (?:ne )?soit trop tard|le temps presse|fait(?:es)? vite"
        r"|profitez-en vite",
        scarcity=r"(?:bientot|presque) epuise\w*"
        + _NOT_ASKED
        + r"|plus que quelques(?! (?:\w+ )?(?:clic|pas\b|etape|question|mot|ligne)\w*)"
        r"|derni(?:ers|eres) (?:exemplaires|pieces)|dans la limite des stocks|jusqu['’]a epuisement"
        r"|(?:stocks?|quantites?) limitee?s?|tres demandee?s?|part(?:ent)? vite",
    ),
    "es": _Words(
        numbers="dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|"
        "cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|mil",
        few="pocos|pocas|unos|unas",
        money="euros?|centimos?|dolares|pesos|por ?ciento",
        units="horas?|minutos?|dias?|semanas?|mes(?:es)?",
        half_price="mitad de(?:l)? precio",
        percent=r"por ?ciento|porcentaje",
        by="el|este|hasta|hasta el|antes del|desde el|a partir del|proximo",
        days="lunes|martes|miercoles|jueves|viernes|sabado|domingo",
        until="hasta|hasta finales de|antes de|desde|a partir de",
        months="enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
        "diciembre",
        dates="(?:este|hasta el|antes del|proximo) (?:fin de semana|finde)|hasta (?:la )?medianoche"
        "|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) que viene",
        rush=r"prisa|apresur\w*|caduca(?:n|ra|ran)?|fecha limite",
        no=r"no|sin|nunca|ninguna?",
        urgency=r"ultima (?:oportunidad|ocasion)"
        r"|(?<!en.l[oa]s.)ultim[oa]s (?:horas|dias)|ultim[oa] (?:hora|dia)"
        r"|(?:termina|acaba|finaliza|expira)n? (?:muy )?(?:pronto|hoy|manana|esta noche)"
        r"|(?<!no.)(?:solo|solamente) (?:por )?(?:hoy|tiempo limitado)|ahora o nunca"
        r"|no (?:te|se|os) (?:l[oa]s? )?(?:pierdas|pierdan?|perdais)|tiempo limitado"
        r"|antes de que (?:sea (?:demasiado )?tarde|se acaben?|termine)",
        scarcity=r"casi agotad\w*"
        + _NOT_ASKED
        + r"|se agot(?:an?|en?|aran?)"
        + _NOT_ASKED
        + r"|a punto de agotarse|ultim[oa]s (?:unidades|piezas)"
        r"|(?:quedan poc[oa]s|solo quedan)"
        r"(?! (?:\w+ ){0,2}(?:clic|paso|pregunta|palabra|linea)\w*)|hasta agotar existencias"
        r"|(?:existencias|unidades|cantidades|plazas) limitadas|muy solicitad\w*",
    ),
    "it": _Words(
        numbers="due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|quindici|venti|"
        "trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|cento|mille",
        few="pochi|poche|qualche",
        money="euro|centesimi|dollari|per ?cento",
        units="ore|minuti|giorni|settimane|mesi",
        half_price="meta (?:del )?prezzo",
        percent=r"per ?cento|percentuale",
        by="entro|fino a|prima di|da|questo|questa|prossimo|prossima",
        days="lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica",
        until="entro|fino a|fino alla fine di|prima di|da",
        months="gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|"
        "novembre|dicembre",
        dates="(?:questo|entro il|fino al|prossimo) (?:fine settimana|week-?end)"
        "|(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica) prossim[oa]"
        "|(?:entro|fino a) mezzanotte",
        rush=r"affrett\w*|sbriga\w*|fretta|scadenza|scad(?:e|ono|ra|ranno)",
        no=r"non|senza|nessuna?|mai",
        urgency=r"ultima (?:occasione|possibilita|chance|ora)"
        r"|(?<!negli.)(?<!nelle.)ultim[ei] (?:ore|giorni)"
        r"|(?:scade|finisce|termina) (?:presto|oggi|domani|a breve|stasera)"
        r"|(?<!non.)(?:solo|soltanto) (?:per )?(?:oggi|poch[ie] (?:ore|giorni))|ora o mai piu"
        r"|non (?:perder(?:ti|te|l[oaie]|vi)\w*|perdere (?:l['’]occasione|quest[aoie])|perdetel\w+|"
        r"lasciar\w* sfuggire)|tempo limitato"
        r"|prima che sia (?:troppo )?tardi",
        scarcity=r"quasi esaurit\w*" + _NOT_ASKED + r"|in esaurimento|esaurimento (?:delle )?scorte"
        r"|ultim[ei] (?:pezzi|scorte|unita)|(?:scorte|quantita|disponibilita) limitat[ae]"
        r"|(?:restano|rimangono) (?:solo )?poch[ie]"
        r"(?! (?:\w+ )?(?:clic|pass[io]|domand|parol|righ)\w*)"
        r"|finche (?:ci sono|durano) (?:le )?scorte|molto richiest\w*|va(?:nno)? a ruba",
    ),
    "pt": _Words(
        numbers="dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|quinze|vinte|trinta|"
        "quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cem|cento|mil",
        few="poucos|poucas|alguns|algumas",
        money="euros?|centimos?|centavos?|reais|dolares|por ?cento",
        units="horas?|minutos?|dias?|semanas?|mes(?:es)?",
        half_price="metade do preco",
        percent=r"por ?cento|percentagem|porcentagem",
        by="na|no|ate|ate a|ate ao|antes de|desde|a partir de|esta|este|nesta|neste|proxim[oa]",
        days=r"(?:segunda|terca|quarta|quinta|sexta)(?:-| )feira|sabado|domingo",
        until="ate|ate ao fim de|antes de|desde|a partir de",
        months="janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|"
        "dezembro",
        # Without '-feira' these are also 'the second, the third'; 'na quinta' is also on the farm.
        dates=r"(?:ate|nesta|esta|na(?! quinta)) (?:segunda|terca|quarta|quinta|sexta)\b"
        r"(?=\s*(?:[.,;:!?)–—]|$)| (?:a noite|a tarde|de manha|as|e|ou)\b)"
        r"|(?:este|neste|ate ao|ate o|proximo) fim de semana|ate (?:a |as )?meia-noite",
        rush=r"apress\w*|pressa|expira\w*|data limite",
        no=r"nao|sem|nunca|nenhuma?",
        urgency=r"ultima (?:oportunidade|chance|hipotese|hora)"
        r"|(?<!n[oa]s.)ultim[oa]s (?:horas|dias)"
        r"|(?:termina|acaba)m? (?:em breve|hoje|amanha|esta noite)"
        r"|(?<!nao.)(?:so|apenas|somente) (?:por )?hoje|agora ou nunca"
        r"|nao (?:perca(?! de vista)\w*|pode perder|deve perder|vai querer perder)|tempo limitado"
        r"|antes que seja (?:demasiado )?tarde",
        scarcity=r"quase esgotad\w*|a esgotar|esgota\w* (?:rapid\w*|depressa|em breve)"
        r"|ultim[oa]s (?:unidades|pecas)|enquanto (?:dura\w*|houver) (?:os? )?(?:stock|estoque)s?"
        r"|(?:stock|estoque) limitado"
        r"|(?:restam (?:poucos|poucas)|(?:so|apenas) restam)"
        r"(?! (?:\w+ )?(?:clique|passo|pergunta|palavra|linha)\w*)"
        r"|muito procurad\w*",
    ),
    "pl": _Words(
        numbers="dwa|dwie|dwoch|trzy|trzech|cztery|czterech|piec|pieciu|szesc|szesciu|siedem|osiem|"
        "dziewiec|dziesiec|dziesieciu|dwanascie|pietnascie|dwadziescia|trzydziesci|czterdziesci|"
        "piecdziesiat|sto|tysiac",
        few="kilka|pare",
        money=r"zlot\w+|euro|groszy|procent\w*",
        units=r"godzin\w*|minut\w*|dni|tygodni\w*|miesi\w+",
        half_price="pol ceny|polowe ceny|polowa ceny",
        percent=r"\w*procent\w*",
        by="w|we|do|od|przed|ten|ta|te|(?:najblizsz|nastepn|przyszl)(?:y|a|ego|ej)",
        days=r"poniedzial\w+|wtor(?:ek|k\w+)|srod[aey]|czwart(?:ek|k\w+)|piat(?:ek|k\w+)|sobot[aey]|"
        r"niedziel[aei]",
        until="do|do konca|od|przed",
        months="stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|"
        "listopada|grudnia",
        dates="(?:ten|do|przed|najblizszy|do konca) weekend(?:u|em)?|do polnocy",
        rush=r"pospiesz\w*|spiesz\w*|pospiechu",
        no=r"nie|bez|nigdy|zadnego",
        urgency=r"ostatnia (?:szansa|okazja|godzina)|ostatnie (?:godziny|dni)"
        r"|koncz[ya] sie (?:wkrotce|dzis|dzisiaj|jutro|niebawem)"
        r"|(?<!nie.)tylko (?:dzis|dzisiaj|teraz)"
        r"|teraz albo nigdy|nie przegap\w*|ograniczon\w+ czas\w*"
        r"|wygas(?:a|aja|nie|na) (?:juz )?(?:wkrotce|dzis|dzisiaj|jutro|niebawem)"
        r"|(?:kod|rabat|kupon|oferta|promocja|znizka) wygas\w+"
        r"|zanim bedzie za pozno|czas ucieka",
        scarcity=r"ostatnie (?:sztuki|egzemplarze)|(?:prawie|niemal) wyprzedan\w*"
        r"|do wyczerpania zapasow|ograniczon\w+ (?:ilosc|ilosci|liczba)"
        r"|(?:tylko|jeszcze|ostatnie) (?:kilka|pare)(?: (?:sztuk|egzemplarz|miejsc|zestaw|kubk|"
        r"produkt)\w*|(?=\s*(?:[.,;!]|$)))|zostal[oy] (?:juz )?tylko \w+ (?:sztuk|egzemplarz)\w*",
    ),
    "sv": _Words(
        numbers="tva|tre|fyra|fem|sex|sju|atta|nio|tio|elva|tolv|femton|tjugo|trettio|fyrtio|"
        "femtio|sextio|sjuttio|attio|nittio|hundra|tusen",
        few="fa|nagra",
        money="kronor|kr|ore|euro|dollar|procent",
        units="timmar|timme|minuter|dagar|dag|veckor|manader",
        half_price="halva pris(?:et)?",
        percent=r"\w*procent\w*",
        by=r"pa|till|senast|fore|innan|fran|denna|nasta|till och med|t\.o\.m\.",
        days="(?:mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag)"
        "(?:en|s?(?:morgon|formiddag|eftermiddag|kvall|natt)(?:en)?)?",
        until="till|fore|innan|fran|senast|till slutet av",
        months="januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
        "december",
        dates="(?:i|hela|over|under|fore|innan) helgen|(?:denna|nasta) helg|till midnatt",
        rush=r"skynda\w*|brattom|upphor",
        no=r"inte|ingen|inget|aldrig|utan",
        urgency=r"sista (?:chans\w*|dag\w*|timm\w*)"
        r"|(?:slutar|tar slut|gar ut) (?:snart|idag|i dag|imorgon|i morgon|ikvall|i kvall)"
        r"|tar snart slut"
        + _NOT_ASKED
        + r"|(?<!inte.)(?:bara|endast) (?:idag|i dag|ikvall|i kvall)|nu eller aldrig|missa inte"
        r"|begransad tid|innan det ar for sent",
        scarcity=r"(?:nastan|snart) slut"
        + _NOT_ASKED
        + r"|slutsald\w*|sista (?:exemplaren|\w*stycken)"
        r"|sa lange (?:lagret|det) racker|begransat (?:antal|lager)"
        r"|(?:bara|endast) nagra fa(?! (?:\w+ )?(?:klick|steg|fragor|ord|rader)\b)"
        r"|(?:bara|endast) (?:ett )?fatal\w*",
    ),
}

LANGUAGES = tuple(_BY_LANGUAGE)


class _Patterns(Struct, frozen=True, gc=False):
    figure: re.Pattern[str]
    percentage: re.Pattern[str]
    date: re.Pattern[str]
    rush: re.Pattern[str]
    no: re.Pattern[str]
    urgency: re.Pattern[str]
    scarcity: re.Pattern[str]


def found_abroad(words: str, language: str) -> dict[str, str]:
    """What stands in words of a language that only facts may say, by the check: figures,
    percentages, dates, hurry and stock. Nothing of a language that is not among `LANGUAGES`."""
    patterns = _patterns(language)
    if patterns is None:
        return {}
    written = unicodedata.normalize("NFC", words)
    plain = "".join(map(_plain, written))
    hits = {
        "figure": patterns.figure.search(plain),
        "percentage": patterns.percentage.search(plain),
        "date": patterns.date.search(plain),
        f.URGENCY: patterns.urgency.search(plain) or _rush(plain, patterns),
        f.SCARCITY: patterns.scarcity.search(plain),
    }
    return {rule: written[hit.start() : hit.end()] for rule, hit in hits.items() if hit}


def _rush(plain: str, patterns: _Patterns) -> re.Match[str] | None:
    start = 0
    for clause in _CLAUSE.split(plain):
        hit = patterns.rush.search(plain, start, start + len(clause))
        if hit and not patterns.no.search(clause):
            return hit
        start += len(clause) + 1
    return None


_CLAUSE = re.compile(r"[.,;:!?\n–—]")


@cache
def _patterns(language: str) -> _Patterns | None:
    one = _BY_LANGUAGE.get(language)
    if one is None:
        return None
    money = f"(?:{one.numbers}|{one.few})[ -]+(?:{one.money})"
    return _Patterns(
        figure=_words(
            f"{money}|(?:{one.numbers})[ -]+(?:{one.units})|{one.half_price}", joined=True
        ),
        percentage=_words(one.percent),
        date=_words(
            f"(?:{one.by}) (?:{one.days})|(?:{one.until}) (?:{one.months})|{one.dates}",
            joined=True,
        ),
        rush=_words(one.rush),
        no=_words(one.no),
        urgency=_words(one.urgency),
        scarcity=_words(one.scarcity),
    )


def _words(pattern: str, *, joined: bool = False) -> re.Pattern[str]:
    """The pattern between the ends of words; any white space may stand where it has a space."""
    ends = r"\b" if joined or not pattern.endswith(r"\b") else ""
    return re.compile(rf"\b(?:{pattern.replace(' ', _SPACE)}){ends}", re.IGNORECASE)


_SPACE = r"\s+"


def _plain(character: str) -> str:
    """A letter without its accent, always one character; others as they are."""
    return _STROKED.get(character) or unicodedata.normalize("NFD", character)[0]


_STROKED = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O"}
