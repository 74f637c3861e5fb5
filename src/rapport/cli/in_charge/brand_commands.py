"""The commands about whole brands: `rapport brands list`, `retire` and `bring-back`."""

from __future__ import annotations

from typing import Annotated

import typer

from rapport.cli.in_charge.commands import BecauseOption, ByOption
from rapport.cli.options import JsonOption, settings_here

brands_app = typer.Typer(
    name="brands",
    help="The brands here: which there are, retiring one, and bringing it back.",
    no_args_is_help=True,
)

WhichArgument = Annotated[str, typer.Argument(metavar="BRAND", help="The brand's key.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to `rapport`."""
    app.add_typer(brands_app)


@brands_app.command("list")
def brands_list(*, json_file: JsonOption = None) -> None:
    """Every brand that was published here, and which of them are retired."""
    from rapport.cli.in_charge.retiring import run_list

    run_list(settings_here(), json_file)


@brands_app.command()
def retire(brand: WhichArgument, *, because: BecauseOption = "", by: ByOption = "") -> None:
    """Ends a brand: from now on nothing is decided, written or sent for it."""
    from rapport.cli.in_charge.retiring import run_retire

    run_retire(settings_here(), brand, because, by)


@brands_app.command("bring-back")
def bring_back(brand: WhichArgument, *, because: BecauseOption = "", by: ByOption = "") -> None:
    """Brings a retired brand back, as it was published before."""
    from rapport.cli.in_charge.retiring import run_retire

    run_retire(settings_here(), brand, because, by, back=True)
