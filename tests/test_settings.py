from __future__ import annotations

from pathlib import Path

import pytest

from rapport.settings import Settings, SettingsError, as_markdown, load, rows

DOCS = Path(__file__).parent.parent / "docs" / "settings.md"


def test_the_page_about_settings_is_the_one_made_from_the_code() -> None:
    assert DOCS.read_text(encoding="utf-8") == as_markdown()


def test_an_empty_environment_gives_the_defaults() -> None:
    assert load({"PATH": "/bin"}) == Settings()


def test_each_kind_of_setting_is_read() -> None:
    settings = load(
        {
            "RAPPORT_HOME": "/srv/rapport",
            "RAPPORT_PORT": "9000",
            "RAPPORT_SMTP_TIMEOUT_SECONDS": "2.5",
            "RAPPORT_SEGMENT_KEYS": "north=k1 north=k2 south=k3",
            "RAPPORT_LOG_LEVEL": " debug ",
        }
    )
    assert settings.home == Path("/srv/rapport")
    assert settings.port == 9000
    assert settings.smtp_timeout_seconds == 2.5
    assert settings.segment_keys == {"north": ("k1", "k2"), "south": ("k3",)}
    assert settings.log_level == "debug"


NO_BASES = (
    "javascript:alert(1)",
    "mail.shop.test",
    "https://",
    "https:///",
    "https://x y.com",
    "https://mail.shop.test/rapport",
    "https://mail.shop.test?a=b",
    "https://mail.shop.test#top",
    "https://nell@mail.shop.test",
    "https://mail.shop.test:0",
    "https://mail.shop.test:port",
    "https://caf\u00e9.com",
    "https://[:::]",
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("RAPPORT_PORT", "eighty"),
        ("RAPPORT_PORT", "70000"),
        ("RAPPORT_PORT", "²"),
        ("RAPPORT_SENDER", "pigeon"),
        ("RAPPORT_SENDER", "smtp"),
        *(("RAPPORT_BASE_URL", text) for text in NO_BASES),
        ("RAPPORT_SMTP_TIMEOUT_SECONDS", "-1"),
        ("RAPPORT_SMTP_TIMEOUT_SECONDS", "nan"),
        ("RAPPORT_SEGMENT_KEYS", "no-equals-sign"),
        ("RAPPORT_CONSOLE_TOKEN", "short"),
        ("RAPPORT_PROT", "80"),
    ],
)
def test_a_wrong_setting_is_named(name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=name):
        load({name: text})


def test_no_secret_is_shown() -> None:
    settings = load(
        {row.name: f"brand=hunter2-hunter2-{row.field}" for row in rows() if row.secret}
    )
    assert "hunter2" not in repr(settings)
    assert "hunter2" not in str(settings)


def test_every_setting_whose_name_sounds_secret_is_one() -> None:
    for row in rows():
        sounds = any(word in row.name for word in ("SECRET", "PASSWORD", "TOKEN", "KEY"))
        assert row.secret == sounds, row.name


def test_a_mistake_in_a_secret_does_not_repeat_it() -> None:
    with pytest.raises(SettingsError) as wrong:
        load({"RAPPORT_SEGMENT_KEYS": "a=b hunter2"})
    assert "hunter2" not in str(wrong.value)
    assert "entry 2" in str(wrong.value)


@pytest.mark.parametrize(
    ("host", "base_url", "alone"),
    [
        ("127.0.0.1", "http://127.0.0.1:8470", True),
        ("::1", "http://localhost:8470", True),
        ("0.0.0.0", "http://127.0.0.1:8470", False),
        ("127.0.0.1", "https://mail.example.com", False),
        ("", "http://127.0.0.1:8470", False),
    ],
)
def test_the_console_is_private_only_if_neither_host_nor_address_is_public(
    host: str, base_url: str, alone: bool
) -> None:
    assert Settings(host=host, base_url=base_url).only_this_computer is alone


LOCAL = {"RAPPORT_MODEL": "openai:llama3.2:3b", "RAPPORT_MODEL_URL": "http://127.0.0.1:11434/v1"}


def test_a_model_on_this_computer_needs_no_key() -> None:
    assert load(LOCAL).model == "openai:llama3.2:3b"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"RAPPORT_MODEL": "llama"}, "openai:NAME"),
        ({"RAPPORT_MODEL_URL": ""}, "RAPPORT_MODEL_URL"),
        ({"RAPPORT_MODEL_URL": "ftp://127.0.0.1/v1"}, "RAPPORT_MODEL_URL"),
        ({"RAPPORT_MODEL_URL": "https://me:pass@models.example/v1"}, "RAPPORT_MODEL_KEY"),
        ({"RAPPORT_MODEL_URL": "https://models.example/v1?key=1"}, "plain base"),
        ({"RAPPORT_MODEL_KEY": "k\u00e9y"}, "no key has"),
        ({"RAPPORT_MODEL_CONCURRENCY": "0"}, "1 to 64"),
        ({"RAPPORT_MODEL_STREAM": "yes"}, "on, off"),
    ],
)
def test_a_model_that_cannot_be_asked_is_refused(changed: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        load({**LOCAL, **changed})


def test_a_models_key_never_crosses_a_network_in_the_open() -> None:
    far = {**LOCAL, "RAPPORT_MODEL_URL": "http://models.example/v1", "RAPPORT_MODEL_KEY": "s3cret"}
    with pytest.raises(SettingsError, match="in the open") as raised:
        load(far)
    assert "s3cret" not in str(raised.value)
    assert load({**far, "RAPPORT_MODEL_URL": "https://models.example/v1"}).model_key == "s3cret"


def test_links_lead_to_the_port_that_is_set_unless_an_address_says_otherwise() -> None:
    assert load({"RAPPORT_PORT": "8611"}).base_url == "http://127.0.0.1:8611"
    assert load({}).base_url == Settings().base_url
    told = {"RAPPORT_PORT": "8611", "RAPPORT_BASE_URL": "https://mail.example.com"}
    assert load(told).base_url == "https://mail.example.com"


def test_links_begin_with_an_address_without_its_last_slash_and_in_small_letters() -> None:
    assert load({"RAPPORT_BASE_URL": "HTTPS://Mail.Shop.test:8443/"}).base_url == (
        "https://mail.shop.test:8443"
    )
    assert load({"RAPPORT_BASE_URL": "http://[::1]:8470"}).only_this_computer


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(SettingsError, match="RAPPORT_BASE_URL") as raised:
        load({"RAPPORT_BASE_URL": "https://nell:hunter2@mail.shop.test"})
    assert "hunter2" not in str(raised.value)


def test_below_a_path_it_is_said_that_a_host_of_its_own_is_needed() -> None:
    with pytest.raises(SettingsError, match=r"host of Rapport's own.*Below a path"):
        load({"RAPPORT_BASE_URL": "https://mail.shop.test/rapport"})


REAL_MAIL = {"RAPPORT_SENDER": "smtp", "RAPPORT_SMTP_HOST": "smtp.shop.test"}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://127.0.0.1:8470",
        "https://localhost",
        "https://rapport.localhost",
        "https://127.1",
        "https://[::1]",
        "https://0.0.0.0",
        "https://192.168.1.5",
        "https://mailhost",
        "https://rapport.local",
        "https://rapport.shop.example",
        "https://mail.example.com",
    ],
)
def test_real_mail_needs_an_address_that_its_readers_can_reach(address: str) -> None:
    with pytest.raises(SettingsError, match=r"RAPPORT_BASE_URL.*unsubscribe"):
        load({**REAL_MAIL, "RAPPORT_BASE_URL": address})
    assert load({"RAPPORT_BASE_URL": address}).sender == "eml"


def test_real_mail_needs_https_since_one_click_opt_outs_do() -> None:
    with pytest.raises(SettingsError, match=r"https://.*RFC 8058"):
        load({**REAL_MAIL, "RAPPORT_BASE_URL": "http://mail.shop.test"})


@pytest.mark.parametrize(
    "address", ["https://mail.shop.test", "https://rapport.test", "https://9.9.9.9:8443"]
)
def test_real_mail_goes_out_from_an_address_for_strangers(address: str) -> None:
    assert load({**REAL_MAIL, "RAPPORT_BASE_URL": address}).base_url == address


LONG = "pk_a-key-that-nobody-guesses"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"SEGMENT_KEYS": "north=wk south=wk"}, "SEGMENT_KEYS: north and south"),
        ({"SEGMENT_KEYS": "north=wk,south=wk2"}, "SEGMENT_KEYS: entry 1 holds a comma"),
        ({"KLAVIYO_KEYS": f"north={LONG} south={LONG}"}, "KLAVIYO_KEYS: north and south"),
        ({"KLAVIYO_KEYS": "north=pk_short"}, "KLAVIYO_KEYS: one of north is too short"),
        ({"SHOPIFY_SECRETS": "north=shpss"}, "SHOPIFY_SECRETS: one of north is too short"),
        ({"SHOPIFY_SHOPS": "north=n.myshopify.com south=N.myshopify.com"}, "north and south"),
        ({"SHOPIFY_SHOPS": "north=https://n.myshopify.com"}, "north=shop.myshopify.com"),
        ({"SHOPIFY_SHOPS": "north=north"}, "north=shop.myshopify.com"),
        ({"SEGMENT_KEYS": f"north={LONG}", "KLAVIYO_KEYS": f"north={LONG}"}, "KLAVIYO_KEYS holds"),
        ({"SEGMENT_KEYS": f"n={LONG}", "SHOPIFY_SECRETS": f"n={LONG}"}, "SHOPIFY_SECRETS holds"),
        ({"SEGMENT_KEYS": f"north={LONG}", "CONSOLE_TOKEN": LONG}, "CONSOLE_TOKEN holds"),
    ],
)
def test_a_key_tells_one_brand_and_a_public_one_opens_nothing_else(
    given: dict[str, str], told: str
) -> None:
    with pytest.raises(SettingsError, match=told) as raised:
        load({f"RAPPORT_{name}": text for name, text in given.items()})
    assert LONG not in str(raised.value)


def test_a_brand_may_have_several_keys_and_two_brands_one_app_of_shopify() -> None:
    settings = load(
        {
            "RAPPORT_SEGMENT_KEYS": "north=wk1 north=wk2",
            "RAPPORT_SHOPIFY_SHOPS": "north=n.myshopify.com south=s.myshopify.com",
            "RAPPORT_SHOPIFY_SECRETS": f"north={LONG} south={LONG}",
        }
    )
    assert settings.shopify_secrets == {"north": (LONG,), "south": (LONG,)}
