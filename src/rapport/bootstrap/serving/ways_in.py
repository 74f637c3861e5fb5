"""What of the settings leads nowhere, or leads strangers in, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapport.settings import Settings
from rapport.settings.checks import SHORTEST_KEY


def leads_nowhere(settings: Settings, brands: Sequence[str], at_work: Sequence[str]) -> list[str]:
    """One line for each key that opens nothing, and each brand `at_work` that nobody can tell of.

    `brands` are all that there are. What cannot be told from a first start is no mistake: a server
    without any key still shows its console.
    """
    return [
        *_of_nobody(settings, brands),
        *_unsigned(settings),
        *(
            f"Nobody can tell of {brand}'s customers yet: RAPPORT_SEGMENT_KEYS, "
            "RAPPORT_KLAVIYO_KEYS and RAPPORT_SHOPIFY_SHOPS name nothing of it."
            for brand in at_work
            if not (
                settings.segment_keys.get(brand)
                or settings.klaviyo_keys.get(brand)
                or settings.shopify_shops.get(brand)
            )
        ),
    ]


def may_be_guessed(settings: Settings) -> list[str]:
    """A line where the secret that signs links is short. It is not refused: another one would end
    every opt-out link in messages that are out already."""
    if not settings.secret or len(settings.secret) >= SHORTEST_KEY:
        return []
    return [
        f"RAPPORT_SECRET has fewer than {SHORTEST_KEY} characters: whoever guesses it could sign "
        "links in people's names. Another one ends the links and opt-outs of messages that are out "
        "already, so change it before more go out."
    ]


def _of_nobody(settings: Settings, brands: Sequence[str]) -> Iterator[str]:
    for name, keys in (
        ("RAPPORT_SEGMENT_KEYS", settings.segment_keys),
        ("RAPPORT_KLAVIYO_KEYS", settings.klaviyo_keys),
        ("RAPPORT_SHOPIFY_SHOPS", settings.shopify_shops),
        ("RAPPORT_SHOPIFY_SECRETS", settings.shopify_secrets),
    ):
        for brand in keys:
            if brand not in brands:
                yield (
                    f"{name} names the brand '{brand}', which is not here; what comes with it is "
                    f"answered with 401. Published are: {', '.join(brands) or 'none'}."
                )


def _unsigned(settings: Settings) -> Iterator[str]:
    """Shops and secrets of Shopify that lack each other."""
    for brand, shops in settings.shopify_shops.items():
        if not settings.shopify_secrets.get(brand):
            yield (
                f"RAPPORT_SHOPIFY_SECRETS holds none for {brand}, so that webhooks of "
                f"{', '.join(shops)} are answered with 401."
            )
    for brand in settings.shopify_secrets:
        if not settings.shopify_shops.get(brand):
            yield (
                f"RAPPORT_SHOPIFY_SHOPS names no shop of {brand}, so that nothing comes with its "
                "secret."
            )
