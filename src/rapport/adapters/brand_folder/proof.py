"""Reviews and scenes of brand.yaml, read and written."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from rapport.adapters.brand_folder.languages import LANGUAGES
from rapport.adapters.brand_folder.nodes import Value
from rapport.core.brand import Brand, Review, Scene
from rapport.core.creative.proof import PICTURES

LONGEST_REVIEW = 240
MOST = 200


def read_reviews(value: Value) -> tuple[Review, ...]:
    """What others said, each with where it can be seen."""
    return tuple(_review(item) for item in _few(value))


def _review(value: Value) -> Review:
    parts = value.mapping(["words", "by", "source"], ["about", "language"])
    return Review(
        words=_quoted(parts["words"], LONGEST_REVIEW),
        by=_quoted(parts["by"], 60),
        source=parts["source"].text(most=400),
        about=_quoted(parts["about"], 120),
        language=_language(parts["language"]),
    )


def _language(value: Value) -> str:
    if value.missing or value.written in LANGUAGES:
        return value.written
    value.expected("a language such as en")
    return ""


def read_scenes(value: Value) -> tuple[Scene, ...]:
    """Pictures of daily life, by the names of files in images/."""
    return tuple(_scene(item) for item in _few(value))


def _scene(value: Value) -> Scene:
    parts = value.mapping(["picture", "alt"], ["about"])
    picture = parts["picture"].written
    name = PurePosixPath(picture)
    if not parts["picture"].missing and (
        len(name.parts) != 2 or name.parts[0] != "images" or name.suffix not in PICTURES
    ):
        parts["picture"].expected("a picture in images/, such as images/table.png")
        picture = ""
    return Scene(
        picture=picture.removeprefix("images/"),
        alt=_quoted(parts["alt"], 200),
        about=_quoted(parts["about"], 120),
    )


def _few(value: Value) -> list[Value]:
    found = list(value.items())
    if len(found) > MOST:
        value.expected(f"at most {MOST}")
    return found[:MOST]


def _quoted(value: Value, most: int) -> str:
    """Plain words on one line: what is quoted is never Liquid."""
    if value.missing:
        return ""
    if "{{" in value.written or "{%" in value.written:
        value.expected("plain words, and no Liquid")
        return ""
    return value.line_of_text(most=most)


def write_proof(brand: Brand) -> dict[str, Any]:  # Any: YAML's plain values
    """The same, as it is written."""
    reviews = [
        {
            "words": one.words,
            "by": one.by,
            "source": one.source,
            **_about(one.about),
            **({"language": one.language} if one.language else {}),
        }
        for one in brand.reviews
    ]
    scenes = [
        {"picture": f"images/{one.picture}", "alt": one.alt, **_about(one.about)}
        for one in brand.scenes
    ]
    return {**({"reviews": reviews} if reviews else {}), **({"scenes": scenes} if scenes else {})}


def _about(about: str) -> dict[str, str]:
    return {"about": about} if about else {}
