"""`languages` in brand.yaml: what is said around approved words in each language.

What Rapport brings for a language need not be written; what is written goes before it. A language
that Rapport does not bring is written whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import msgspec
from babel import Locale, UnknownLocaleError
from msgspec.structs import asdict

from rapport.adapters.brand_folder.nodes import Value, near
from rapport.adapters.brand_folder.plain import Plain
from rapport.core.brand import Brand
from rapport.core.creative.fixed_words import FILLED, OF_THE_BRAND, FixedWords
from rapport.core.creative.fixed_words_brought import brought
from rapport.core.offer import Offer

LANGUAGES = frozenset(key for key in map(str, Locale("en").languages) if len(key) == 2)
"""All languages that have a name of two letters."""

_PARTS = tuple(FixedWords.__struct_fields__)
_WORDS = tuple(name for name in _PARTS if name not in (*OF_THE_BRAND, "locale"))
_IMAGES = "images/"


def read_languages(value: Value, usual: str) -> dict[str, FixedWords]:
    """The languages that a brand says something of; `usual` is its own, whose labels, facts and
    pictures stand elsewhere."""
    found = {} if value.missing else value.entries()
    words: dict[str, FixedWords] = {}
    for language, item in found.items():
        if language not in LANGUAGES:
            item.problem("unknown language: expected a name of two letters, such as de")
        elif (read := _language(item, language, own=language == usual)) is not None:
            words[language] = read
    return words


def own_words_missing(language: str, words: Mapping[str, FixedWords]) -> str:
    """What is wrong where a brand's own language has no fixed words; empty where it has them."""
    if not language or language in words or brought(language) is not None:
        return ""
    return (
        f"found '{language}', a language for which Rapport brings no greeting, no heading "
        f"and no word of the way out: write them under 'languages: {{{language}: …}}' in this "
        " file (docs/brand-folder.md says which)"
    )


def _language(value: Value, language: str, *, own: bool) -> FixedWords | None:
    shipped = brought(language)
    if not value.is_mapping:
        value.expected("a mapping (name: value)")
        return None
    parts = value.mapping((), _PARTS)
    missing = [name for name in (*_WORDS, "locale") if name != "colon" and parts[name].missing]
    if shipped is None and missing:
        value.problem(
            f"Rapport brings no words for this language; missing are {', '.join(missing)}"
        )
        return None
    if own:
        for name in OF_THE_BRAND:
            if not parts[name].missing:
                parts[name].problem("is written in the brand's own language in its own place")
    told: dict[str, str] = {} if shipped is None else dict(_texts(shipped))
    for name in _WORDS:
        if not parts[name].missing:
            told[name] = _words(parts[name], name)
    locale = parts["locale"].read(_locale_of(language), told.get("locale", ""), _expected(language))
    if not locale:
        return None
    mappings = {name: _mapping(parts[name]) for name in OF_THE_BRAND if not own}
    if pictures := mappings.get("pictures"):
        mappings["pictures"] = {name.removeprefix(_IMAGES): said for name, said in pictures.items()}
    return msgspec.convert({**told, "locale": locale, **mappings}, FixedWords)


def _texts(words: FixedWords) -> Mapping[str, str]:
    return {name: text for name, text in asdict(words).items() if name not in OF_THE_BRAND}


def _words(value: Value, name: str) -> str:
    words = value.line_of_text(most=300)
    gaps = FILLED.get(name, ())
    left = words
    for gap in gaps:
        if words and f"{{{gap}}}" not in words:
            value.expected(f"words with {{{gap}}} in them")
        left = left.replace(f"{{{gap}}}", "")
    if "{" in left or "}" in left:
        told = " and ".join(f"{{{gap}}}" for gap in gaps)
        value.expected(f"no braces but {told}" if told else "words without braces")
    return words


def _mapping(value: Value) -> dict[str, str]:
    if value.missing:
        return {}
    found = {}
    for name, item in value.entries().items():
        if "{{" in item.written or "{%" in item.written:
            item.expected("plain words: they are never Liquid")
        else:
            found[name] = item.line_of_text(most=200)
    return found


def _expected(language: str) -> str:
    return f"a locale of this language, such as {language}_{language.upper()}"


def _locale_of(language: str) -> Callable[[str], str]:
    def read(words: str) -> str:
        try:
            locale = Locale.parse(words)
        except UnknownLocaleError as error:
            raise ValueError(words) from error
        if locale.language != language:
            raise ValueError(words)
        return str(locale)

    return read


def check_names(value: Value, brand: Brand, offers: Collection[Offer]) -> None:
    """Notes what `languages` says of offers, facts and pictures that the brand does not have."""
    known = {
        "offers": [offer.key for offer in offers],
        "facts": list(brand.facts),
        "pictures": [scene.picture for scene in brand.scenes],
    }
    _check_known(value, known)


def check_topics(value: Value, topics: Collection[str]) -> None:
    """The same of kinds of messages, which the frameworks tell; `topics` are their keys."""
    _check_known(value, {"topics": topics})


def _check_known(value: Value, known: Mapping[str, Collection[str]]) -> None:
    named = value.entries().get("languages") if value.is_mapping else None
    for language in named.entries().values() if named is not None and named.is_mapping else ():
        parts = language.entries() if language.is_mapping else {}
        for name, keys in known.items():
            part = parts.get(name)
            for key, item in part.entries().items() if part is not None and part.is_mapping else ():
                if key.removeprefix(_IMAGES if name == "pictures" else "") not in keys:
                    item.problem(f"the brand has none of that name{near(key, keys)}")


def write_languages(words: Mapping[str, FixedWords]) -> Plain:
    """The same as it is written: what differs from what Rapport brings."""
    return {language: _written(one, brought(language)) for language, one in words.items()}


def _written(words: FixedWords, shipped: FixedWords | None) -> Plain:
    usual = asdict(shipped) if shipped is not None else {"colon": ":"}
    found = {name: said for name, said in asdict(words).items() if said and said != usual.get(name)}
    if words.pictures:
        found["pictures"] = {_IMAGES + name: said for name, said in words.pictures.items()}
    return found
