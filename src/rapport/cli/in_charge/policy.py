"""`rapport policy`: which policy holds, and which held; publishing one, and taking one back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rapport.app.explaining.explain_policy import explain_policy
from rapport.app.learning.policy_tables import PUBLISHES, budgets_table, policies_table
from rapport.app.wording.table import Table as Words
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.in_charge import InCharge
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.output import say_unreadable, terminal
from rapport.cli.worth.evaluate import show as show_evaluation
from rapport.core.time import Zone, moment_after
from rapport.errors import UserError
from rapport.settings import Settings

_FIGURES = ("", "Policy", "Learnt from", "Orders in 100")


class PublishOptions(Struct, frozen=True):
    """What the command line was given. `signed` is the name that was written out, if one was."""

    number: int
    override: bool
    because: str
    signed: str
    who: str
    brand: str


@contextmanager
def in_charge(settings: Settings, brand: str) -> Iterator[tuple[InCharge, Installation]]:
    """The people in charge of a brand, over an installation that is closed afterwards."""
    installation = Installation.existing(settings, WallClock())
    try:
        yield InCharge(installation, brand), installation
    finally:
        installation.close()


def run_list(settings: Settings, brand: str, last: int, json_file: Path | None) -> None:
    """Prints the newest policies, the last one last, and who may publish."""
    with in_charge(settings, brand) as (desk, installation):
        found, budgets = desk.snapshots(), desk.budgets()
        of = installation.blueprint(desk.brand).releases[-1].brand
        print_table(policies_table(found[-last:], desk.of_policies(), of.zone, desk.publishes))
        if desk.publishes == "nobody":
            terminal().print("To resume: rapport policy resume")
        if budgets:
            terminal().print()
            print_table(budgets_table(budgets, of))
        figures = {"publishes": desk.publishes, "policies": found, "budgets": budgets}
        write_json(json_file, figures)


def print_table(shown: Words) -> None:
    """A table whose columns are words, and its note beneath."""
    console = terminal()
    table = Table(show_edge=False, pad_edge=False)
    for head in shown.columns:
        table.add_column(head, justify="right" if head in _FIGURES else "left")
    for row in shown.rows:
        # What somebody typed is shown as it is: it can neither colour the terminal nor steer it.
        table.add_row(*(Text("".join(c if c.isprintable() else " " for c in cell)) for cell in row))
    console.print(table)
    if shown.note:
        console.print(shown.note, markup=False, soft_wrap=True)


def _zone(desk: InCharge, installation: Installation) -> Zone:
    return installation.blueprint(desk.brand).releases[-1].brand.zone


def run_show(settings: Settings, brand: str, number: int | None, json_file: Path | None) -> None:
    """Prints one policy, the one that decides now where no number is given: where it came from,
    what it has learnt, and how sure it is."""
    console = terminal()
    with in_charge(settings, brand) as (desk, installation):
        blueprint = installation.blueprint(desk.brand)
        if number is None:
            number = blueprint.policy_at(moment_after(installation.clock.now())).number
        one = desk.snapshot(number)
        zone = _zone(desk, installation)
        print_table(policies_table([one], desk.of_policies(), zone, ""))
        policy = one.policy
        story = explain_policy(policy, blueprint.release_at(policy.since), blueprint.releases)
        console.print()
        for sentence in story.says:
            console.print(sentence, markup=False, soft_wrap=True)
        for shown in story.tables:
            console.print(f"\n{shown.title}", markup=False)
            print_table(shown)
        console.print("\nWho needs an offer, as far as it is proven: rapport offers")
        console.print(f"What it would have earned: rapport evaluate {number}")
        write_json(json_file, one)


def run_propose(settings: Settings, brand: str, who: str) -> None:
    """Keeps a candidate of all that is known now."""
    console = terminal()
    with in_charge(settings, brand) as (desk, _):
        policy = desk.propose(_named(who))
        say_unreadable(console, desk.unread.told())
        if policy is None:
            console.print("Nothing was learnt since the last policy: there is nothing to propose.")
            return
        console.print(
            f"Policy {policy.number} is a candidate ({policy.note}). It does not hold. Once enough "
            f"decisions have been made that it has not learnt from: rapport policy publish "
            f"{policy.number}"
        )


def run_publish(settings: Settings, options: PublishOptions) -> None:
    """Judges a candidate by the launch gate, and publishes it if it passes or is overridden."""
    if options.override and not (options.because.strip() and options.signed.strip()):
        raise UserError("An override is signed: --override --because REASON --by NAME")
    console = terminal()
    with in_charge(settings, options.brand) as (desk, installation):
        snapshot = desk.snapshot(options.number)
        locale = installation.blueprint(desk.brand).releases[-1].brand.locale
        with console.status("Going through the decisions"):
            evaluation = desk.judge(snapshot.policy.number)
        show_evaluation(evaluation, locale, console)
        policy = desk.publish(
            evaluation, _named(options.who), options.because, override=options.override
        )
        against = not evaluation.gate.open
        console.print(
            f"\nPolicy {policy.number} holds from now on"
            f"{', against the launch gate; that is on record' if against else ''}."
        )
        _say_trouble(desk, console)


def run_rollback(
    settings: Settings, brand: str, number: int | None, who: str, because: str
) -> None:
    """Goes back at once."""
    console = terminal()
    with in_charge(settings, brand) as (desk, _):
        policy = desk.roll_back(number, _named(who), because)
        console.print(
            f"Policy {policy.number} holds from now on: {policy.note}. {PUBLISHES['nobody']}",
            markup=False,
        )
        _say_trouble(desk, console)


def run_pause(settings: Settings, brand: str, who: str, because: str) -> None:
    """Holds back what is learnt from now on."""
    with in_charge(settings, brand) as (desk, _):
        desk.pause(_named(who), because)
        terminal().print(f"{PUBLISHES['nobody']} With: rapport policy resume")


def run_resume(settings: Settings, brand: str, who: str, because: str) -> None:
    """Lets the learner publish by rule again."""
    with in_charge(settings, brand) as (desk, _):
        desk.resume(_named(who), because)
        terminal().print(PUBLISHES[desk.publishes])


def _named(who: str) -> str:
    if not who.strip():
        raise UserError("Say who you are with --by NAME: it stands in the audit log.")
    return who


def _say_trouble(desk: InCharge, console: Console) -> None:
    if desk.trouble:
        console.print(desk.trouble, markup=False)
