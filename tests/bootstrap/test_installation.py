"""One installation: what it makes in its home folder, and what two over one home see."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.homes import try_for_room
from rapport.bootstrap.installation import Installation
from rapport.core.time import HOUR
from rapport.errors import BrandFolderError, TemporaryError, UserError
from rapport.settings import Settings

BRAND = "alder-and-clay"
NOON = 1_772_452_800_000
"""Monday 2 March 2026, 12:00 UTC."""


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(NOON)


@pytest.fixture
def installation(tmp_path: Path, clock: TurnedClock) -> Iterator[Installation]:
    installation = Installation(Settings(home=tmp_path / "home"), clock)
    yield installation
    installation.close()


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_only_its_owner_can_read_the_database_and_what_lies_beside_it(
    installation: Installation,
) -> None:
    installation.publish(installation.copy_example())
    found = sorted(installation.home.glob("rapport.db*"))
    assert {"rapport.db", "rapport.db-wal", "rapport.db-shm"} <= {one.name for one in found}
    kept = [one for one in found if one.stat().st_size]
    assert [stat.S_IMODE(one.stat().st_mode) for one in kept] == [0o600] * len(kept)


def test_the_secret_is_made_once_and_only_its_owner_can_read_it(
    installation: Installation, clock: TurnedClock
) -> None:
    secret = installation.home / "secret"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    before = secret.read_text(encoding="utf-8")
    assert len(before) >= 32
    again = Installation(installation.settings, clock)
    again.close()
    assert secret.read_text(encoding="utf-8") == before


def test_a_secret_of_the_settings_is_not_written_down(tmp_path: Path, clock: TurnedClock) -> None:
    Installation(Settings(home=tmp_path, secret="from outside"), clock).close()
    assert not (tmp_path / "secret").exists()


def test_the_example_holds_from_the_moment_after_it_was_published(
    installation: Installation,
) -> None:
    release = installation.publish(installation.copy_example())
    assert (release.number, release.since) == (1, NOON + 1)
    assert installation.brands() == [BRAND]
    blueprint = installation.blueprint(BRAND)
    assert blueprint.catalogues[0].since == NOON + 1
    assert len(blueprint.products_at(NOON + 1)) > 10


def test_pictures_are_put_where_the_web_serves_them(installation: Installation) -> None:
    installation.publish(installation.copy_example())
    product = installation.blueprint(BRAND).products_at(NOON + 1)["tall-mug-charcoal"]
    assert product.image_url == "tall-mug-charcoal.png"
    assert (installation.media_folder / BRAND / product.image_url).is_file()


def test_a_folder_with_mistakes_leaves_everything_as_it_was(installation: Installation) -> None:
    folder = installation.copy_example()
    held = installation.publish(folder)
    change(folder, "offers.yaml", "value: 10%", "value: plenty")
    change(folder, "brand.yaml", "margin: {rate: 55%", "margin: {rate: most")
    with pytest.raises(BrandFolderError) as told:
        installation.publish(folder)
    assert len(told.value.problems) == 2
    assert installation.blueprint(BRAND).releases == (held,)


def test_a_catalogue_with_mistakes_leaves_everything_as_it_was(installation: Installation) -> None:
    folder = installation.copy_example()
    held = installation.publish(folder)
    change(folder, "brand.yaml", "'21:00'", "'20:00'")
    path = folder / "catalogue.csv"
    path.write_text(path.read_text(encoding="utf-8") + "vase,Vase\n", encoding="utf-8")
    change(folder, "catalogue.csv", "Handle", "Griff")
    with pytest.raises(UserError, match=r"catalogue\.csv"):
        installation.publish(folder)
    assert installation.blueprint(BRAND).releases == (held,)


def test_another_process_over_the_same_home_uses_what_is_published_at_once(
    installation: Installation, clock: TurnedClock
) -> None:
    folder = installation.copy_example()
    installation.publish(folder)
    other = Installation(installation.settings, clock)
    try:
        assert other.blueprint(BRAND).releases[-1].number == 1
        clock.turn_to(NOON + HOUR)
        change(folder, "brand.yaml", "'21:00'", "'20:00'")
        installation.publish(folder)
        seen = other.blueprint(BRAND)
        assert (seen.releases[-1].number, seen.releases[-1].since) == (2, NOON + HOUR + 1)
        assert seen == installation.blueprint(BRAND)
    finally:
        other.close()


def test_which_brand_is_meant(installation: Installation) -> None:
    with pytest.raises(UserError, match="rapport init"):
        installation.only_brand()
    folder = installation.copy_example()
    installation.publish(folder)
    assert installation.only_brand() == BRAND
    change(folder, "brand.yaml", f"key: {BRAND}", "key: other")
    installation.publish(folder)
    with pytest.raises(UserError, match="--brand"):
        installation.only_brand()
    assert installation.only_brand("other") == "other"
    with pytest.raises(UserError, match="nobody"):
        installation.only_brand("nobody")


def test_it_is_ready_once_the_store_takes_work(installation: Installation) -> None:
    assert installation.ready() == ""
    installation.store.close()
    assert installation.ready() != ""


def test_asking_whether_it_is_ready_writes_and_leaves_nothing_behind(
    installation: Installation,
) -> None:
    def dump() -> list[str]:
        with closing(sqlite3.connect(installation.database)) as db:
            return [*db.iterdump(), str(db.execute("PRAGMA user_version").fetchone())]

    installation.publish(installation.copy_example())
    written = Path(f"{installation.database}-wal")
    before, size, files = dump(), written.stat().st_size, sorted(installation.home.rglob("*"))
    assert installation.ready() == ""
    assert written.stat().st_size > size
    assert (dump(), sorted(installation.home.rglob("*"))) == (before, files)


def test_it_is_not_ready_where_a_database_may_only_be_read(installation: Installation) -> None:
    installation.store._db.execute("PRAGMA query_only = ON")
    assert installation.ready() != ""


def test_it_is_not_ready_where_nothing_can_be_written_beside_the_database(tmp_path: Path) -> None:
    with pytest.raises(TemporaryError, match="Nothing can be written to"):
        try_for_room(tmp_path / "gone")
    try_for_room(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_flow_that_is_not_there_has_no_report(installation: Installation) -> None:
    installation.publish(installation.copy_example())
    with pytest.raises(UserError, match="checkout"):
        installation.readings.report(BRAND, "nothing")
    every = {report.flow for report in installation.readings.report(BRAND)}
    assert every == {
        "browse",
        "cart",
        "checkout",
        "post-purchase",
        "replenishment",
        "welcome",
        "winback",
    }


def test_an_offer_with_a_budget_is_named_in_the_console_as_people_call_it(
    installation: Installation,
) -> None:
    installation.publish(installation.copy_example())
    (budgets,) = (
        table for table in installation.readings.policy_tables(BRAND) if table.title == "Budgets"
    )
    assert [row[0] for row in budgets.rows] == ["A little off your order"]
