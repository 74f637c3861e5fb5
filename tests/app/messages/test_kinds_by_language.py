"""What kinds of messages are called in other languages comes from the brand's published files."""

from __future__ import annotations

import shutil
from pathlib import Path

from rapport.app.messages.declining import kinds_for
from rapport.bootstrap.installation import Installation
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.fakes import FakeClock

FIXTURE = Path(__file__).parents[2] / "adapters" / "brand_folder_fixture"


def test_a_kind_is_called_as_brand_yaml_says_in_each_language(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIXTURE, tmp_path / "brand"))
    with (folder / "creative" / "checkout.yaml").open("a", encoding="utf-8") as file:
        file.write("topic: {key: baskets, label: Notes about baskets}\n")
    with (folder / "brand.yaml").open("a", encoding="utf-8") as file:
        file.write("languages:\n  de: {topics: {baskets: Ihr Warenkorb}}\n  fr: {hello: Salut}\n")
    here = Installation(Settings(home=tmp_path / "home"), FakeClock(ex.at(0, 9)))
    release = here.publish(folder)
    blueprint = here.blueprint(release.brand.key)
    with here.store.transaction() as transaction:
        (kind,) = kinds_for(transaction, blueprint, "nobody").kinds
    here.close()
    assert (kind.label, kind.spoken) == ("Notes about baskets", {"de": "Ihr Warenkorb"})
    assert kind.told(["fr", "de"]) == ("Ihr Warenkorb", "de")
    assert kind.told(["fr", ""]) == ("Notes about baskets", "")
