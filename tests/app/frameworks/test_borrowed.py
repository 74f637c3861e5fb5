"""What of a brand still is the example's is told once, with its place."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.places import brand_in, places
from rapport.app.frameworks.borrowed import Beside, borrowed, is_as_it_comes
from rapport.bootstrap.library import example_folder

with example_folder() as folder:
    LIBRARY = read_brand_folder(folder)
    PLACES = places(folder)
    LINES = {
        name: (folder / name).read_text("utf-8").splitlines()
        for name in ("brand.yaml", "offers.yaml", "claims.yaml")
    }
    BRAND = brand_in(folder)


def test_the_example_as_it_comes_is_nobodys_own_brand() -> None:
    assert is_as_it_comes(LIBRARY, LIBRARY)
    assert is_as_it_comes(replace(LIBRARY, flows=()), LIBRARY)
    assert borrowed(LIBRARY, LIBRARY) == ()


def test_whoever_changes_words_alone_is_told_who_still_sends() -> None:
    mine = replace(LIBRARY, rules=())
    lines = borrowed(mine, LIBRARY, Beside(PLACES))
    assert lines[0] == "brand.yaml:7: it sends as hello@alderandclay.example"


def test_every_place_is_where_it_says() -> None:
    for name, place in PLACES.items():
        file, _, line = place.partition(":")
        said = name.partition(" ")[2] or name.rpartition(".")[2]
        if not name.startswith("code "):
            assert said[:40] in LINES[file][int(line) - 1], name
    assert "code: TENCLAY" in LINES["offers.yaml"][15]
    assert PLACES["code ten-percent"] == "offers.yaml:16"
    assert BRAND is not None
    assert BRAND.from_email == LIBRARY.brand.from_email


def test_a_shop_of_ones_own_has_nothing_of_it() -> None:
    brand = replace(
        LIBRARY.brand, name="Fellstride", from_email="hi@fellstride.co.uk", from_name="Jo",
        reply_to="", postal_address="1 High Street", shop_url="https://fellstride.co.uk",
        link_hosts=(), reviews=(), facts={"returns_days": "30 days"},
    )  # fmt: skip
    mine = replace(LIBRARY, brand=brand, offers=(), frameworks=(), claims=())
    assert borrowed(mine, LIBRARY, Beside(PLACES, {"Trail shoe"}, {"Tall Mug"})) == ()
    assert borrowed(mine, LIBRARY, Beside(PLACES, {"Trail shoe", "Tall Mug"}, {"Tall Mug"})) == (
        "catalogue.csv: 1 of 2 products",
    )
