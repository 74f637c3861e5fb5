"""Jokes about the workshop's cat and van: what is said of them is said of no reader and no ware."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.letters import word_set
from rapport.core.copy_checks.matching import Hit
from rapport.core.copy_checks.reading import Reading

_OF_WHOM = frozenset({f.TRAIT, f.FLATTERY, f.SHAME})
"""Tables that say what a reader is. Guilt is none of them: a cat's sorrow is meant for somebody."""
_BEASTS = word_set(
    "cat cats kitten kittens dog dogs hen hens robin robins swallow swallows spider spiders mouse "
    "mice goose geese duck ducks bee bees snail snails sheep lamb lambs heron owl crow crows "
    "sparrow sparrows moth moths hedgehog hedgehogs"
)
_MACHINES = word_set("kettle van kiln wheel broom mop radio clock bucket roof")
_SOMEBODY = word_set(
    "you your yours yourself i we us me their customer customers reader readers people everybody "
    "everyone somebody someone anybody anyone nobody who those owner owners lover lovers friend "
    "friends guest guests man men woman women mum mums dad dads nell asha potter potters family "
    "families them he she child children"
)
_FOR_SALE = word_set(
    "mug mugs cup cups bowl bowls plate plates pot pots teapot teapots saucer saucers tea teas tin "
    "tins jug jugs leaf leaves clay glaze glazes stoneware pottery blend blends shop workshop it "
    "they this these that piece pieces handle handles spout spouts lid lids basket everything"
)


_SAYS_OF_IT = word_set("is are was were has have had held got gets")
_WINS = _SAYS_OF_IT | word_set("deserves deserve wins win won")
_BETWEEN = word_set("a an the on past in no very rather quite still also too")
_MOST_BETWEEN = 2
_GOES_ON = word_set("and but or so of for at again now too today nothing")
"""Words that may follow: after any other the joke is on somebody, a pensioner's best friend."""
_BY, _ARTICLES, _JOINS = word_set("by of with among"), word_set("the our"), word_set("and or")


def of_a_bystander(reading: Reading, hit: Hit) -> bool:
    """Whether what a sentence says of traits, taste or manners is said of an animal or a machine of
    the workshop, and nobody else is in it, so that it is a joke. A claim may be of animals alone,
    and of nothing that is sold.

    An animal that is only somewhere in the sentence changes nothing: a kettle may be for
    pensioners, and organic, as the cat knows.
    """
    claim = hit.table == f.CLAIM
    if not claim and hit.table not in _OF_WHOM:
        return False
    sentence = reading.words[hit.first].sentence
    before = [word.text for word in reading.words[: hit.first] if word.sentence == sentence]
    within = [word.text for word in reading.words[hit.first : hit.last]]
    after = [word.text for word in reading.words[hit.last :] if word.sentence == sentence]
    said = {*before, *within, *after}
    if not _SOMEBODY.isdisjoint(said):
        return False
    over = not after or after[0] in _GOES_ON
    if claim:
        by_beasts = _end_with_a_beast([within[-1], *after])
        by_beasts = by_beasts or (over and _lead_from(before, _BEASTS, _WINS))
        return by_beasts and _FOR_SALE.isdisjoint(said)
    if hit.table == f.FLATTERY and after and after[0] in _BEASTS:
        return True
    return over and _lead_from(before, _BEASTS | _MACHINES, _SAYS_OF_IT)


def _lead_from(before: Sequence[str], whom: AbstractSet[str], verbs: AbstractSet[str]) -> bool:
    """Whether words such as `the van is past`, `the kettle has a` or `its doors are` lead to a hit,
    or, in a claim, the cat itself, which guarantees nothing."""
    end = len(before)
    while end > 0 and before[end - 1] in _BETWEEN and len(before) - end < _MOST_BETWEEN:
        end -= 1
    if end > 1 and before[end - 1] in verbs:
        its = before[end - 3 : end - 2] == ["its"] and not whom.isdisjoint(before[: end - 3])
        return before[end - 2] in whom or its
    return verbs is _WINS and end == len(before) > 0 and before[-1] in whom


def _end_with_a_beast(words: Sequence[str]) -> bool:
    """Whether a hit's last word and those behind it go on such as `guild of snails` or `popular
    with the bees`, and nobody joins them."""
    at = 0 if words[0] in _BY else 1
    if at == len(words) or words[at] not in _BY:
        return False
    at += 2 if len(words) > at + 1 and words[at + 1] in _ARTICLES else 1
    return at < len(words) and words[at] in _BEASTS and _JOINS.isdisjoint(words[at + 1 : at + 2])
