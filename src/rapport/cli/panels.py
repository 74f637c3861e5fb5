"""In which order `rapport --help` lists the commands: by what somebody is about to do."""

from __future__ import annotations

import typer
from typer.core import TyperGroup
from typer.models import CommandInfo, TyperInfo

PANELS = {
    "Begin": ("demo", "init", "publish", "import", "serve"),
    "What it says": (
        "preview", "coverage", "releases", "review", "propose", "adopt", "writer", "redteam",
    ),
    "Who is in charge": (
        "stop", "resume", "stops", "opt-out", "brands", "people", "policy", "audit-log",
    ),
    "What it did, and what that was worth": (
        "report", "why", "silences", "offers", "rules", "evaluate", "rhythm",
    ),
    "Rehearse and learn": ("simulate", "backtest", "train", "replay", "bench"),
}  # fmt: skip

_ORDER = [name for names in PANELS.values() for name in names]


class InPanels(TyperGroup):
    """Lists its commands in the order of `PANELS`."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The names of all commands; one without a panel comes last."""
        last = len(_ORDER)
        return sorted(
            super().list_commands(ctx),
            key=lambda name: _ORDER.index(name) if name in _ORDER else last,
        )


def put_in_panels(app: typer.Typer) -> None:
    """Gives each command of `app` its panel."""
    panel_of = {name: panel for panel, names in PANELS.items() for name in names}
    every: list[CommandInfo | TyperInfo] = [*app.registered_commands, *app.registered_groups]
    for one in every:
        one.rich_help_panel = panel_of.get(name_of(one), "Commands")


def name_of(one: CommandInfo | TyperInfo) -> str:
    """What somebody types for it."""
    if isinstance(one, TyperInfo):
        inner = one.typer_instance
        return str(inner.info.name) if inner is not None else ""
    return one.name or (one.callback.__name__ if one.callback else "")
