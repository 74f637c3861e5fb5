"""`rapport simulate`: rehearses a brand against a made-up shop whose truth is known."""

from __future__ import annotations

import tempfile
from pathlib import Path

from msgspec import Struct

from rapport.bootstrap.rehearsing.story import tell
from rapport.cli.begin.demo import as_world, rehearse_with_bar
from rapport.cli.files import write_json
from rapport.cli.output import terminal
from rapport.errors import UserError
from rapport.settings import Settings
from rapport.testing.shop import ShopSettings


class SimulateOptions(Struct, frozen=True):
    """What the command line was given."""

    customers: int
    days: int
    seed: int
    world: str
    brand_folder: Path | None
    json_file: Path | None


def run_simulate(options: SimulateOptions) -> None:
    """Runs it in a folder that is gone afterwards: a rehearsal leaves nothing behind."""
    console = terminal()
    if options.brand_folder is not None and not options.brand_folder.is_dir():
        raise UserError(f"There is no folder {options.brand_folder}. Name a brand's folder.")
    shop = ShopSettings(
        seed=options.seed,
        customers=options.customers,
        days=options.days,
        response=as_world(options.world),
    )
    with tempfile.TemporaryDirectory(prefix="rapport-") as folder:
        settings = Settings(home=Path(folder))
        rehearsal = rehearse_with_bar(console, settings, shop, options.brand_folder)
        try:
            tell(rehearsal, console)
            write_json(options.json_file, rehearsal.figures())
        finally:
            rehearsal.installation.close()
