"""In which language words are, by the small words that every sentence needs; and how hard to read.

Cheap and coarse: it tells English from German, not German from Austrian. A text is only refused
where another language is plainly there, or the wanted one plainly is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.letters import folded, word_set
from rapport.core.copy_checks.reading import Reading, Word
from rapport.core.creative.message import Finding

_SMALL_WORDS = {
    "en": "the a an and of to in is it you your we our for with that this are on at as be by "
    "from or or have has will can not if so all but what when how there they their them i "
    "me my us do does was were which who than then just no one out up about into more "
    "some any its it's",
    "de": "braucht schreibt schreiben jeder jedes viel sehr heute morgen schone schonen "
    "freude grusse liebe herzlich guten viele wirklich "
    "in am vielleicht dann was wer wo sag sagen dazu damit dann "
    "bestellen entdecken ansehen schau schauen bitte danke unserem unseren unserer dir "
    "wurde gibt deiner deinem kanne "
    "korb warenkorb bestellung tasse macht machen glasur feuer ofen teller becher schale "
    "wieder immer schon gern etwas "
    "der die das und ist nicht sie ihr ihre ihren ihrem wir mit fur auf ein eine einen einem "
    "einer zu von bei auch noch dein deine deinen du wie oder aber wenn sich haben wird kann zum "
    "zur uber nach aus bis dem des ich es im den nur jetzt uns unser unsere alles mehr hier ganz",
    "fr": "bonne bientot bienvenue journee beaucoup tres rien sans belle chere cher "
    "un de la se en sa ses moi lui a on si souvent "
    "decouvrir decouvrez voir commander commandez theiere bonjour merci ici venez servez "
    "prenez bien quand "
    "panier commande tasse bol assiette argile terre feu fait faire toujours attend encore "
    "le les et vous votre vos nous notre nos dans est une des du avec sur que qui pas ne au "
    "aux ce cette mais ou tout il elle je tu ton ta tes mon par plus chez sont avez etre leur vos",
    "es": "hasta proxima buena buenas buenos dias leer viajar cada viaje feliz bienvenido "
    "bienvenida quien mejor nada "
    "descubre descubrir tienda tetera pedir compra tomate hola gracias nuestras vuestra "
    "eso esto donde "
    "cesta carrito pedido taza barro horno hecho hacer siempre espera todavia cuando "
    "el los las de que y en su sus tu tus para con por una un es esta del al lo se mas pero "
    "nuestro nuestra nuestros este todo como muy si ya te le nos usted aqui hay porque",
    "it": "buona buon giornata presto benvenuto benvenuta senza molto tanto dove cara caro "
    "saluti dopo tutti tutte "
    "sul sulla sui nei negli dal dalla dai dagli gia vi qui scopri vedi guarda ordina "
    "bottega teiera grazie sua suo vieni venite quella quello "
    "carrello cestino tazza argilla forno fatto fare sempre aspetta ancora quando "
    "il gli che di della del dei per con una sono non piu nel nella tuo tua tuoi nostro "
    "nostra questo questa lo ma anche come si ti ci e al alla tutto ogni da le un",
    "nl": "goed goede veel hartelijk dank plezier ermee wie mooi groet groeten graag alles zo "
    "nooit dag "
    "bestel bestellen bekijk hier thee jouw theepot winkel bedankt nieuwe mooie zien "
    "onder kom kijk eens "
    "mandje winkelmand bestelling kopje klei glazuur gemaakt maken altijd wacht weer "
    "het een van en je uw wij niet met voor ook naar bij zijn maar onze ons dit dat of te op "
    "nog als jouw jij wel er om aan uit we geen deze",
    "pt": "boa bom dia bem vindo ate breve sempre nada quem melhor "
    "quando estiver estao agua sombra "
    "descobre descobrir loja bule obrigado obrigada onde sem pelo pela "
    "carrinho encomenda chavena "
    "os um uma nao voce seu sua seus com para em do da no na mais nosso nossa que e de por "
    "isso ao se ja tudo aqui muito foi esta dos das",
    "pl": "dzien dobry milego dnia pozdrawiam witaj dziekuje bardzo dobrze zawsze "
    "zobacz zamow sprawdz sklep dziekujemy prosze herbate tutaj ciebie czy "
    "koszyk zamowienie herbata herbaty czeka potrzebujesz wiecej chcesz masz kubek twojego "
    "na nie sie do jest oraz dla tylko ze to twoj twoja twoje nasz nasze i w z jak po juz od "
    "ten te ale przez masz",
    "sv": "valkommen tack mycket hej halsningar alltid hos nar "
    "bestall var dina kopp mugg butik titta "
    "varukorg kundvagn bestallning "
    "och att det som for pa med din ditt dina vi ar inte till av en ett du den ni er har kan "
    "nu vara vart alla",
    "da": "og det er til pa din dit ikke vi med af for du den en et har kan vores som dig jeg men "
    "fra ved alle",
    "tr": "ve bir icin bu ile cok sizin size daha en da de ne biz olan",
    "cy": "yn yr y eich gyda hyn mae ein chi ni am ar i o a wedi",
    "ru-latn": "chto kak yesli esli eto vas vam nam nas vash vasha vashi nash dlya uzhe ili ne tak "
    "na po my vy ya pozhaluista pozhaluysta spasibo zakaz korzina korzine chay skidka napishite",
    "la": "et est non cum ad qui quod sed dolor amet ipsum sit lorem elit consectetur adipiscing",
}
_ENGLISH_TOO = word_set("an i of as for are a")
"""Small words of other languages that English texts may well have."""
_NEITHER = word_set("die des am plus par er pa med fur")
"""Small words of other languages that are now and then English: they tell nothing."""

FEWEST_WORDS = 3
LEAST_SHARE = 0.14
SHARE_NEEDS_WORDS = 14
LEAST_FOREIGN = 2
SHOWN = 80
"""Characters of the words that a finding shows."""

_TURNED = ("es", "gl")
"""Languages that begin a question or a call with a mark turned upside down."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_GRADE_NEEDS_WORDS = 20
_GRADE_LEEWAY = 2.0
_GRADE_LEEWAY_OF_SHORT_TEXTS = 60.0
"""Divided by the number of words: a few sentences tell little."""


@cache
def _languages(wanted: str) -> Mapping[str, tuple[str, ...]]:
    """The languages other than `wanted` to which each small word belongs."""
    own = frozenset(_SMALL_WORDS[wanted].split())
    if wanted == "en":
        own |= _ENGLISH_TOO
    found: dict[str, tuple[str, ...]] = dict.fromkeys(own, (wanted,))
    for language, words in _SMALL_WORDS.items():
        for word in set(words.split()) - own - (_NEITHER if wanted == "en" else frozenset()):
            found[word] = (*found.get(word, ()), language)
    return found


def wrong_language(reading: Reading, wanted: str) -> Iterator[Finding]:
    """Sentences that are plainly in another language than `wanted`."""
    if wanted not in _SMALL_WORDS:
        return
    if wanted not in _TURNED and (turned := _turned(reading)):
        yield finding(f.LANGUAGE, *turned)
        return
    languages = _languages(wanted)
    known = [languages[text] for text in reading.plain if text in languages]
    small = known.count((wanted,))
    if len(known) - small >= LEAST_FOREIGN and (foreign := _sentence_abroad(reading, wanted)):
        yield _foreign(reading, foreign)
        return
    if small >= LEAST_SHARE * len(reading.plain):
        return
    words = [word for word in reading.words if not word.text.startswith("{")]
    if len(words) >= SHARE_NEEDS_WORDS and small < LEAST_SHARE * len(words):
        yield _foreign(reading, words)


def _sentence_abroad(reading: Reading, wanted: str) -> list[Word]:
    """The words of the first sentence with more small words of another language than its own."""
    languages = _languages(wanted)
    counts: dict[int, dict[str, int]] = {}
    sizes: dict[int, int] = {}
    for word in reading.words:
        sizes[word.sentence] = sizes.get(word.sentence, 0) + 1
        for language in languages.get(word.text, ()):
            count = counts.setdefault(word.sentence, {})
            count[language] = count.get(language, 0) + 1
    for sentence, count in counts.items():
        at_home = count.pop(wanted, 0)
        abroad = max(count.values(), default=0)
        if sizes[sentence] >= FEWEST_WORDS and abroad >= LEAST_FOREIGN and abroad > at_home:
            return [word for word in reading.words if word.sentence == sentence]
    return []


def _turned(reading: Reading) -> tuple[str, str] | None:
    """The slot and the words of a text with a mark that only Spanish puts before a sentence."""
    for slot, text in reading.texts.items():
        if "¿" in text or "¡" in text:
            return slot, " ".join(text.split())[:SHOWN]
    return None


def _foreign(reading: Reading, words: Sequence[Word]) -> Finding:
    slot = words[0].slot
    found = reading.texts[slot][words[0].start :]
    return finding(f.LANGUAGE, slot, " ".join(found.split())[:SHOWN])


def grade(texts: Sequence[str]) -> float | None:
    """The school grade that a text needs, by Flesch and Kincaid (1975); None for a few words.

    0.39 words per sentence + 11.8 syllables per word - 15.59. Each of `texts` is one sentence.
    """
    words = _words(texts)
    if len(words) < _GRADE_NEEDS_WORDS:
        return None
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(texts) + 11.8 * syllables / len(words) - 15.59


def _words(texts: Sequence[str]) -> list[str]:
    return [word for text in texts for word in _WORD.findall(text)]


@lru_cache(maxsize=16_384)
def _syllables(word: str) -> int:
    plain = folded(word).replace("'", "")
    count = len(_VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if plain.endswith("ed") and not plain.endswith(("ted", "ded")) and count > 1:
        count -= 1
    return max(1, count)


def too_hard(texts: Sequence[str], highest: int) -> float | None:
    """The grade of a text that is harder to read than `highest`, which 0 leaves open."""
    found = grade(texts)
    if not highest or found is None:
        return None
    leeway = _GRADE_LEEWAY + _GRADE_LEEWAY_OF_SHORT_TEXTS / len(_words(texts))
    return found if found > highest + leeway else None
