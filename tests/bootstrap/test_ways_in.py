"""What is said at the start of keys that lead nowhere."""

from __future__ import annotations

from rapport.bootstrap.serving.ways_in import leads_nowhere, may_be_guessed
from rapport.settings import Settings


def said(settings: Settings, *brands: str) -> str:
    return "\n".join(leads_nowhere(settings, brands, brands))


def test_keys_that_all_lead_somewhere_are_no_matter() -> None:
    settings = Settings(
        segment_keys={"kiln": ("wk",)},
        shopify_shops={"mill": ("mill.myshopify.com",)},
        shopify_secrets={"mill": ("a secret",)},
    )
    assert leads_nowhere(settings, ["kiln", "mill"], ["kiln", "mill"]) == []


def test_a_brand_that_is_not_here_is_named_with_its_setting_and_no_key_is() -> None:
    settings = Settings(segment_keys={"kiln": ("wk",), "kilm": ("hunter2",)})
    words = said(settings, "kiln")
    assert "RAPPORT_SEGMENT_KEYS names the brand 'kilm', which is not here" in words
    assert "Published are: kiln." in words
    assert "hunter2" not in words


def test_a_shop_without_a_secret_and_a_secret_without_a_shop_are_named() -> None:
    settings = Settings(
        segment_keys={"mill": ("wk",)},
        shopify_shops={"kiln": ("kiln.myshopify.com",)},
        shopify_secrets={"mill": ("a secret",)},
    )
    first, second = leads_nowhere(settings, ["kiln", "mill"], ["kiln", "mill"])
    assert "RAPPORT_SHOPIFY_SECRETS holds none for kiln" in first
    assert "kiln.myshopify.com" in first
    assert "RAPPORT_SHOPIFY_SHOPS names no shop of mill" in second


def test_a_brand_at_work_that_nobody_can_tell_of_is_named_and_a_retired_one_is_not() -> None:
    (line,) = leads_nowhere(Settings(), ["kiln", "old"], ["kiln"])
    assert line.startswith("Nobody can tell of kiln's customers yet")


def test_a_secret_that_can_be_guessed_is_told_of_and_not_repeated():
    (line,) = may_be_guessed(Settings(secret="hush"))
    assert "fewer than 16 characters" in line
    assert "hush" not in line
    assert may_be_guessed(Settings()) == may_be_guessed(Settings(secret="s" * 16)) == []
