"""Visits to learn intent from, of a simulated shop that writes to nobody."""

from __future__ import annotations

import shutil
from pathlib import Path

from rapport.app.evidence.intent_log import lives_of
from rapport.bootstrap.library import example_folder
from rapport.bootstrap.rehearsing.rehearsal import rehearse
from rapport.errors import RapportError
from rapport.science.moments import Moments, moments_of
from rapport.settings import Settings
from rapport.testing.shop import ShopSettings

_ARMS = "arms: {holdout: 10%, usual: 20%"
_NOBODY = "arms: {holdout: 100%, usual: 0%"


def made_up_visits(home: Path, customers: int, days: int, seed: int) -> Moments:
    """The moments of a month of such a shop, lived through the real pipeline in the empty folder
    `home`. Everybody is in the holdout, so that nothing depends on what a policy would say."""
    shop = ShopSettings(customers=customers, days=days, seed=seed)
    rehearsal = rehearse(Settings(home=home / "home"), shop, _silent, _silent_brand(home / "brand"))
    try:
        installation, brand = rehearsal.installation, rehearsal.brand.key
        # After the last visit nothing but answers to messages is lived; that is no shop any more.
        lives = list(lives_of(installation.records, installation.blueprint(brand), shop.end))
    finally:
        rehearsal.installation.close()
    return moments_of(lives, shop.end)


def _silent_brand(folder: Path) -> Path:
    """The example brand, with everybody in the holdout."""
    with example_folder() as example:
        shutil.copytree(example, folder)
    file = folder / "brand.yaml"
    words = file.read_text(encoding="utf-8")
    if _ARMS not in words:
        raise RapportError(f"The example brand's arms are not '{_ARMS}' any more.")
    file.write_text(words.replace(_ARMS, _NOBODY), encoding="utf-8")
    return folder


def _silent(_share: float, _words: str) -> None:
    """A measurement shows no progress of its own."""
