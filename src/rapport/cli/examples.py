"""What `--help` ends with: each command as somebody types it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import typer
from typer.models import CommandInfo, TyperInfo

from rapport.cli.panels import name_of

EXAMPLES: Mapping[str, Sequence[str]] = {
    "demo": ("demo", "demo --days 7 --customers 300 --no-serve --json figures.json"),
    "init": ("init", "init --publish"),
    "publish": ("publish rapport/brands/alder-and-clay --by Nell",),
    "import": ("import orders.csv --map shopify_orders --rejects left-out.csv",),
    "serve": ("serve", "serve --host 0.0.0.0 --port 8080"),
    "preview": (
        "preview checkout --out checkout.html",
        "preview checkout --folder my-brand --only tone=warm --items 1",
    ),
    "coverage": ("coverage checkout", "coverage --folder my-brand --json coverage.json"),
    "releases": ("releases", "releases 7 --write --framework checkout --by Nell"),
    "review": ("review --by Nell", 'review reject 3f9c --because "too loud" --by Nell'),
    "review list": ("review list --limit 100",),
    "review show": ("review show 3f9c",),
    "review approve": ("review approve 3f9c --by Nell",),
    "review edit": ('review edit 3f9c --slot "subject=Your mug is still here" --by Nell',),
    "review reject": (
        'review reject 3f9c --because "too loud" --by Nell',
        'review reject 3f9c --ban "last chance" --because "untrue" --by Nell',
    ),
    "review bulk": ("review bulk 3f9c", "review bulk 3f9c --approve --by Nell"),
    "review taught": ("review taught", "review taught --take-back 4 --by Nell"),
    "propose": (
        'propose checkout --angle gift --brief "For people who buy a present."',
        'propose checkout --tone warm --slot subject --brief "Shorter, drier."',
    ),
    "adopt": ("adopt --by Nell", "adopt --folder my-brand --by Nell"),
    "writer": ("writer check", "writer usage --days 7"),
    "writer check": ("writer check --framework checkout",),
    "writer try": (
        "writer try --framework checkout --tone playful",
        "writer try --times 40 --json tried.json",
    ),
    "writer ahead": ("writer ahead",),
    "writer usage": ("writer usage --days 7 --json usage.json",),
    "redteam": ("redteam --json figures.json", "redteam --set mine.jsonl --brand-folder my-brand"),
    "stop": (
        'stop everything --because "the warehouse is flooded"',
        'stop flow checkout --because "the code does not work" --by Nell',
    ),
    "resume": ('resume flow checkout --because "the code works again" --by Nell',),
    "stops": ("stops", "stops --past --json stops.json"),
    "opt-out": ('opt-out anna@example.com --because "on the phone" --by Nell',),
    "brands": ("brands list",),
    "brands list": ("brands list --json brands.json",),
    "brands retire": ('brands retire alder-and-clay --because "it has closed" --by Nell',),
    "brands bring-back": ('brands bring-back alder-and-clay --because "it reopens" --by Nell',),
    "people": ("people list", "people add Max --role reviewer --by Nell"),
    "people list": ("people list",),
    "people add": (
        "people add Max --role reviewer --by Nell",
        "people add Max --role author --same-as alder-and-clay --brand beech",
    ),
    "people change": ("people change Max --role publisher --by Nell",),
    "people renew": ("people renew Max --by Nell",),
    "people remove": ("people remove Max --by Nell",),
    "policy": ("policy list", 'policy rollback --because "fewer orders" --by Nell'),
    "policy list": ("policy list --last 100 --json policies.json",),
    "policy show": ("policy show", "policy show 7 --json policy.json"),
    "policy propose": ("policy propose --by Nell",),
    "policy publish": (
        'policy publish 7 --because "three weeks better" --by Nell',
        'policy publish 7 --override --because "a sale tomorrow" --by Nell',
    ),
    "policy rollback": ('policy rollback --because "fewer orders since it holds" --by Nell',),
    "policy pause": ('policy pause --because "a sale until Sunday" --by Nell',),
    "policy resume": ('policy resume --because "the sale is over" --by Nell',),
    "audit-log": ("audit-log list --last 10", "audit-log verify"),
    "audit-log list": ("audit-log list --last 10 --json entries.json",),
    "audit-log verify": ("audit-log verify", "audit-log verify --json whole.json"),
    "audit-log restored": ('audit-log restored --because "the disk died" --by Nell',),
    "report": ("report", "report --flow checkout --json -"),
    "why": ("why", "why --person anna@example.com --limit 5"),
    "silences": ("silences --flow checkout --kind stopped --limit 50",),
    "offers": ("offers", "offers --all --json offers.json"),
    "rules": ("rules", "rules --try my-ideas.yaml --reward ordered"),
    "evaluate": ("evaluate 7", "evaluate 7 --reward ordered --json figures.json"),
    "rhythm": ("rhythm", "rhythm --day 2026-03-01 --json figures.json"),
    "simulate": ("simulate --brand-folder my-brand --days 14", "simulate --world null --seed 2"),
    "backtest": (
        "backtest checkout --since 2026-03-01",
        "backtest checkout --since 2026-03-01 --folder my-changed-brand",
    ),
    "train": ("train --try", "train --by Nell"),
    "replay": ("replay", "replay --json figures.json"),
    "bench": ("bench http render", "bench --json figures.json"),
}
"""By the command's words; each without the `rapport` in front."""


def put_examples(app: typer.Typer, before: str = "") -> None:
    """Has each command of `app`, and those within it, end its help with its examples."""
    every: list[CommandInfo | TyperInfo] = [*app.registered_commands, *app.registered_groups]
    for one in every:
        words = f"{before}{name_of(one)}"
        if examples := EXAMPLES.get(words):
            title = "Example:" if len(examples) == 1 else "Examples:"
            one.epilog = "\n".join(["", title, *(f"  rapport {example}" for example in examples)])
        if isinstance(one, TyperInfo) and one.typer_instance is not None:
            put_examples(one.typer_instance, f"{words} ")
