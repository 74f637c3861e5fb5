"""Where a few things stand in a brand's folder that people are led to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from rapport.adapters.brand_folder.brand import read_brand
from rapport.adapters.brand_folder.nodes import MAX_BYTES, Problems, Value, load
from rapport.adapters.plain_files import plain_file
from rapport.core.brand import Brand

_PLAIN = ("postal_address", "shop_url", "link_hosts")


def places(path: Path) -> Mapping[str, str]:
    """The file and line of what stands in the folder at `path`, by name: `sender.email` and its
    like, `postal_address`, `shop_url`, `link_hosts`, `fact NAME`, `review WORDS`, `code OFFER` and
    `claim TEXT`. What is not there, or cannot be read, has none."""
    found = (*_of_brand(_file(path, "brand.yaml")), *_of_offers(_file(path, "offers.yaml")))
    return dict((*found, *_of_claims(_file(path, "claims.yaml"))))


def brand_in(path: Path) -> Brand | None:
    """What brand.yaml says, and nothing of what stands beside it; None where it has mistakes."""
    problems = Problems()
    value = Value("brand.yaml", "", None, problems)
    with suppress(OSError):
        value = load("brand.yaml", _bytes(path, "brand.yaml"), problems)
    brand = read_brand(value)
    return None if problems.found or value.missing else brand


def _of_brand(file: dict[str, Value]) -> Iterator[tuple[str, str]]:
    yield from ((name, file[name].place) for name in _PLAIN if name in file)
    for name, value in _inside(file.get("sender")).items():
        yield f"sender.{name}", value.place
    for name, value in _inside(file.get("facts")).items():
        yield f"fact {name}", value.place
    for review in _each(file.get("reviews")):
        if "words" in review:
            yield f"review {review['words'].written.strip()}", review["words"].place


def _of_offers(file: dict[str, Value]) -> Iterator[tuple[str, str]]:
    for offer in _each(file.get("offers")):
        if "key" in offer and "code" in offer:
            yield f"code {offer['key'].written}", offer["code"].place


def _of_claims(file: dict[str, Value]) -> Iterator[tuple[str, str]]:
    for claim in _each(file.get("claims")):
        if "text" in claim:
            yield f"claim {claim['text'].written.strip()}", claim["text"].place


def _each(value: Value | None) -> Iterator[dict[str, Value]]:
    if value is not None and value.is_list:
        yield from (_inside(item) for item in value.items())


def _inside(value: Value | None) -> dict[str, Value]:
    return value.entries() if value is not None and value.is_mapping else {}


def _file(path: Path, name: str) -> dict[str, Value]:
    try:
        return _inside(load(name, _bytes(path, name), Problems()))
    except OSError:
        return {}


def _bytes(path: Path, name: str) -> bytes:
    with plain_file(path / name).open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
