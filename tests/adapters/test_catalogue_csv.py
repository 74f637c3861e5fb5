"""A shop's products from Shopify's export: known by handle and SKU, mistakes told by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.adapters.catalogue_csv import read_catalogue
from rapport.core.catalogue import Product
from rapport.errors import UserError

HEAD = (
    "Handle,Title,Body (HTML),Type,Variant SKU,Variant Inventory Qty,Variant Price,Image Src,"
    "Cost per item,Status"
)


def read(folder: Path, *lines: str, head: str = HEAD) -> dict[str, Product]:
    path = folder / "catalogue.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return read_catalogue(path, shop_url="https://shop.example/")


def test_a_product_is_known_by_its_handle_and_by_every_sku(tmp_path: Path) -> None:
    products = read(
        tmp_path,
        "tall-mug,Tall Mug,,Mugs,MUG-A,4,16.00,images/mug.png,5.25,active",
        "tall-mug,,,,MUG-B,3,18.00,,,",
    )
    mug = Product(
        id="tall-mug",
        title="Tall Mug",
        category="Mugs",
        price=1_600,
        cost=525,
        stock=7,
        url="https://shop.example/products/tall-mug",
        image_url="mug.png",
    )
    assert products == {"tall-mug": mug, "MUG-A": mug, "MUG-B": mug}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("images/mug.png", "mug.png"),
        ("mug.png", "mug.png"),
        ("https://cdn.example/a/mug.png?v=3", "https://cdn.example/a/mug.png?v=3"),
        ("//cdn.example/a/mug.png", "https://cdn.example/a/mug.png"),
    ],
)
def test_a_picture_of_the_brands_own_says_nothing_of_where_it_was_published(
    tmp_path: Path, written: str, kept: str
) -> None:
    assert read(tmp_path, f"mug,Mug,,,,,12,{written},,")["mug"].image_url == kept


def test_what_is_not_stated_is_not_known(tmp_path: Path) -> None:
    product = read(tmp_path, "bowl,Bowl,,,,,12,,,")["bowl"]
    assert (product.cost, product.stock, product.image_url, product.price) == (-1, -1, "", 1_200)


@pytest.mark.parametrize(
    ("written", "minor"), [("24", 2_400), ("24.5", 2_450), ("1,024.00", 102_400), ("0.005", 0)]
)
def test_prices_are_read_to_the_penny(tmp_path: Path, written: str, minor: int) -> None:
    assert read(tmp_path, f'bowl,Bowl,,,,,"{written}",,,')["bowl"].price == minor


@pytest.mark.parametrize(
    "written", ["24,00", "£24", "free", "-1", "1e9", "NaN", "Infinity", "1E+999999", "9" * 30, "٢"]
)
def test_a_price_that_is_none_is_told_with_its_line(tmp_path: Path, written: str) -> None:
    with pytest.raises(UserError) as told:
        read(tmp_path, "a,A,,,,,1.00,,,", f'bowl,Bowl,,,,,"{written}",,,')
    assert f"catalogue.csv:3: Variant Price: found '{written}'" in str(told.value)


def test_lines_are_counted_as_an_editor_does_where_a_text_spans_several(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"catalogue\.csv:5: "):
        read(tmp_path, 'a,A,"first\nsecond\nthird",,,,1.00,,,', "bowl,Bowl,,,,,dear,,,")


@pytest.mark.parametrize("written", ["many", "1.5", "9" * 30])
def test_a_stock_that_is_no_number_is_told_with_its_line(tmp_path: Path, written: str) -> None:
    with pytest.raises(UserError, match=r"catalogue\.csv:2: Variant Inventory Qty"):
        read(tmp_path, f"bowl,Bowl,,,,{written},12,,,")


def test_oversold_variants_count_as_none_left(tmp_path: Path) -> None:
    products = read(tmp_path, "bowl,Bowl,,,B-1,-3,12,,,", "bowl,,,,B-2,2,12,,,")
    assert products["bowl"].stock == 2


@pytest.mark.parametrize("status", ["draft", "archived", "Draft"])
def test_what_is_not_for_sale_is_left_out(tmp_path: Path, status: str) -> None:
    assert read(tmp_path, f"bowl,Bowl,,,B-1,1,12,,,{status}") == {}


def test_the_first_product_keeps_a_sku_that_two_claim(tmp_path: Path) -> None:
    products = read(tmp_path, "a,A,,,S,1,1,,,", "b,B,,,S,1,2,,,")
    assert products["S"].id == "a"


def test_a_sku_that_a_spreadsheet_quoted_is_known_without_its_quote(tmp_path: Path) -> None:
    assert "0042" in read(tmp_path, "a,A,,,'0042,1,1,,,")


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="lacks the columns Title, Variant Price"):
        read(tmp_path, "a,1", head="Handle,Variant SKU")


def test_a_file_without_products_or_without_itself_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="has no products"):
        read(tmp_path)
    with pytest.raises(UserError, match="There is no catalogue"):
        read_catalogue(tmp_path / "nowhere.csv", shop_url="https://s.example")


def test_a_file_in_another_encoding_says_so(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_bytes(HEAD.encode() + "\na,Théière,,,,,1,,,\n".encode("latin-1"))
    with pytest.raises(UserError, match="UTF-8"):
        read_catalogue(path, shop_url="https://s.example")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(content=st.text(max_size=200), head=st.sampled_from(["", HEAD + "\n"]))
def test_whatever_is_in_the_file_it_is_read_or_refused(
    tmp_path: Path, content: str, head: str
) -> None:
    path = tmp_path / "catalogue.csv"
    path.write_text(head + content, encoding="utf-8", newline="")
    try:
        products = read_catalogue(path, shop_url="https://s.example")
    except UserError:
        return
    assert all(product.price >= 0 for product in products.values())


def test_nothing_is_a_price_where_every_variant_has_it(tmp_path: Path) -> None:
    products = read(
        tmp_path,
        "bag,Bag,,,,,0.00,,,",
        "untold,Untold,,,,,,,,",
        "paint,Paint,,,SAMPLE,,0.00,,,",
        "paint,,,,TIN,,12.00,,,",
    )
    assert {one.id: (one.price, one.free) for one in products.values()} == {
        "bag": (0, True),
        "untold": (0, False),
        "paint": (0, False),
    }
