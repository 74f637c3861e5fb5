"""Jokes about the workshop's cat and van: what is said of them is said of no reader and no ware."""

from __future__ import annotations

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.letters import word_set
from rapport.core.copy_checks.patterns import Hit
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


def of_a_bystander(reading: Reading, hit: Hit) -> bool:
    """Whether a sentence is of animals or machines of the workshop and of nobody else, so that what
    it says of traits, taste or manners is a joke. A claim may be of animals alone, and of nothing
    that is sold."""
    claim = hit.table == f.CLAIM
    if not claim and hit.table not in _OF_WHOM:
        return False
    sentence = reading.words[hit.first].sentence
    said = {word.text for word in reading.words if word.sentence == sentence}
    if not _SOMEBODY.isdisjoint(said) or (claim and not _FOR_SALE.isdisjoint(said)):
        return False
    return not _BEASTS.isdisjoint(said) or (not claim and not _MACHINES.isdisjoint(said))
