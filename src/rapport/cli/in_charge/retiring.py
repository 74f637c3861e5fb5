"""`rapport brands`: which there are, retiring one, and bringing it back."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from rapport.app.stopping.retiring import Retirement
from rapport.app.wording.dates import local_time
from rapport.app.wording.table import Table
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.stopping import open_switchboard
from rapport.bootstrap.homes import choose_brand
from rapport.cli.files import write_json
from rapport.cli.in_charge.policy import print_table
from rapport.cli.in_charge.stops import counted, seen
from rapport.cli.output import terminal
from rapport.core.creative.wording import made_visible
from rapport.core.oversight.retired import Retired
from rapport.settings import Settings


class Listed(Struct, frozen=True):
    """One brand in the list; `since` is when it was retired, None where it was not."""

    brand: str
    name: str
    retired: Retired | None = None
    since: int | None = None


def run_list(settings: Settings, json_file: Path | None) -> None:
    """Prints every brand, and since when, by whom and why one is retired."""
    with open_switchboard(settings, WallClock()) as (board, brands):
        found, rows = list[Listed](), list[tuple[str, ...]]()
        for brand in brands:
            release, name = board.retired(brand), board.name(brand)
            if release is None or release.retired is None:
                found.append(Listed(brand, name))
                rows.append((brand, name, "at work"))
                continue
            retired, since = release.retired, local_time(release.since, board.zone(brand))
            found.append(Listed(brand, name, retired, release.since))
            rows.append((brand, name, f"retired since {since}, by {retired.who}: {retired.why}"))
        print_table(Table("Brands", ("Key", "Name", "Now"), tuple(rows)))
        write_json(json_file, found)


def run_retire(
    settings: Settings, brand: str, because: str, by: str, *, back: bool = False
) -> None:
    """Retires a brand or brings it `back`, and says what that comes to."""
    with open_switchboard(settings, WallClock()) as (board, brands):
        brand = choose_brand(brands, brand, settings.home, board.retired)
        done = board.retire(brand, by, because, back=back, saw=seen())
    for line in _back(done) if back else _retired(done):
        terminal().print(made_visible(line), markup=False, soft_wrap=True)


def _retired(done: Retirement) -> list[str]:
    retired = done.retired
    if not done.new and retired is not None:
        return [f"{done.name} was retired already, by {retired.who}: {retired.why}"]
    lines = [f"{done.name} is retired: nothing is decided, written or sent for it from now on."]
    if done.waiting:
        lines.append(f"{counted(done.waiting)} planned for its customers will not be sent.")
    if done.sending:
        lines.append(
            f"{counted(done.sending)} were being sent at that moment: what was already in "
            "conversation with the mail server may arrive."
        )
    return [
        *lines,
        "Its shop tells of events until you disconnect it, and whoever opts out is heard.",
        f"To bring it back: rapport brands bring-back {done.brand} --because REASON",
    ]


def _back(done: Retirement) -> list[str]:
    return [
        f"{done.name} is back, as it was published before: release {done.release}.",
        "What was planned before is not sent, and who moved on in a flow meanwhile has left it.",
        *([f"Nothing is mailed for it yet: {done.mail_held}."] if done.mail_held else []),
    ]
