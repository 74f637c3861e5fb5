"""The commands of people in charge: `rapport policy …` and `rapport audit-log …`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from rapport.cli.options import BrandOption, JsonOption, settings_here

policy_app = typer.Typer(
    name="policy",
    help="Which policy holds, and which held: publish one, or take one back.",
    no_args_is_help=True,
)
audit_app = typer.Typer(
    name="audit-log",
    help="Who published, stopped or overrode what, and whether that log is whole.",
    no_args_is_help=True,
)

NumberArgument = Annotated[int, typer.Argument(min=0, help="The policy's number.")]
BecauseOption = Annotated[str, typer.Option("--because", help="Why; it stands in the audit log.")]
_WHO_YOU_ARE = "Who you are; your login name otherwise."


def login() -> str:
    """The name of who is logged in; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


ByOption = Annotated[
    str,
    typer.Option(
        "--by", metavar="NAME", help=_WHO_YOU_ARE, callback=lambda written: written or login()
    ),
]
"""Who acts: the name that is written, and otherwise that of who is logged in."""

SignedOption = Annotated[str, typer.Option("--by", metavar="NAME", help=_WHO_YOU_ARE)]
"""The name alone, where it matters whether one was written."""


@policy_app.command("list")
def policy_list(
    *,
    last: Annotated[int, typer.Option("--last", min=1, help="How many to show.")] = 30,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """The newest policies: which holds, which held, which wait, and who published them."""
    from rapport.cli.in_charge.policy import run_list

    run_list(settings_here(), brand, last, json_file)


@policy_app.command("show")
def policy_show(
    number: Annotated[
        int | None, typer.Argument(min=0, help="The policy's number; that of the one that holds.")
    ] = None,
    *,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """One policy, by default the one that decides now: where it came from and what it learnt."""
    from rapport.cli.in_charge.policy import run_show

    run_show(settings_here(), brand, number, json_file)


@policy_app.command("propose")
def policy_propose(*, by: ByOption = "", brand: BrandOption = "") -> None:
    """Learns from all that is known now, and keeps it as a candidate that does not hold."""
    from rapport.cli.in_charge.policy import run_propose

    run_propose(settings_here(), brand, by)


@policy_app.command("publish")
def policy_publish(
    number: NumberArgument,
    *,
    override: Annotated[
        bool, typer.Option("--override", help="Publish it though the launch gate is shut.")
    ] = False,
    because: BecauseOption = "",
    by: SignedOption = "",
    brand: BrandOption = "",
) -> None:
    """Publishes a candidate that passes the launch gate: it holds for the next decision."""
    from rapport.cli.in_charge.policy import PublishOptions, run_publish

    options = PublishOptions(number, override, because, by, by or login(), brand)
    run_publish(settings_here(), options)


@policy_app.command("rollback")
def policy_rollback(
    number: Annotated[
        int | None, typer.Argument(min=0, help="The one to go back to; the last one otherwise.")
    ] = None,
    *,
    because: BecauseOption = "",
    by: ByOption = "",
    brand: BrandOption = "",
) -> None:
    """Goes back to a policy that held before, at once, and pauses publishing by rule."""
    from rapport.cli.in_charge.policy import run_rollback

    run_rollback(settings_here(), brand, number, by, because)


@policy_app.command("pause")
def policy_pause(
    *, because: BecauseOption = "", by: ByOption = "", brand: BrandOption = ""
) -> None:
    """Holds back what is learnt from now on: it is kept and not published."""
    from rapport.cli.in_charge.policy import run_pause

    run_pause(settings_here(), brand, by, because)


@policy_app.command("resume")
def policy_resume(
    *, because: BecauseOption = "", by: ByOption = "", brand: BrandOption = ""
) -> None:
    """Lets the learner publish by rule again."""
    from rapport.cli.in_charge.policy import run_resume

    run_resume(settings_here(), brand, by, because)


@audit_app.command("list")
def audit_list(
    *,
    last: Annotated[int, typer.Option("--last", min=1, help="How many entries to show.")] = 50,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """The last entries: who did what, when, why, and having seen what."""
    from rapport.cli.in_charge.audit import run_list

    run_list(settings_here(), brand, last, json_file)


@audit_app.command("verify")
def audit_verify(
    *,
    expect: Annotated[
        list[str] | None,
        typer.Option("--expect", metavar="NUMBER:HASH", help="An entry as you noted it yourself."),
    ] = None,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """Finds any change, removal or new order, and ends with 1 where there is one."""
    from rapport.cli.in_charge.audit import run_verify

    run_verify(settings_here(), brand, expect or [], json_file)


@audit_app.command("restored")
def audit_restored(
    *, because: BecauseOption = "", by: ByOption = "", brand: BrandOption = ""
) -> None:
    """Enters that a backup was restored, and which entries were lost by it."""
    from rapport.cli.in_charge.audit import run_restored

    run_restored(settings_here(), brand, by, because)
