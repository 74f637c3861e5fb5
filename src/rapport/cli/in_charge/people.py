"""`rapport people`: who is in charge, and in which role."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer
from msgspec import Struct

from rapport.app.wording.table import Table
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.staff import Staff
from rapport.bootstrap.installation import Installation
from rapport.cli.in_charge.policy import print_table
from rapport.cli.output import terminal
from rapport.settings import Settings


@contextmanager
def staff(settings: Settings, brand: str) -> Iterator[Staff]:
    """The people of a brand, over an installation that is closed afterwards."""
    installation = Installation.existing(settings, WallClock())
    try:
        yield Staff(installation, brand)
    finally:
        installation.close()


def run_list(settings: Settings, brand: str) -> None:
    with staff(settings, brand) as here:
        people = here.everybody()
        if not people:
            terminal().print(
                "Nobody is named yet: whoever has this computer, or the console's token, may do "
                "everything. Begin with: rapport people add NAME --role publisher",
                soft_wrap=True,
            )
            return
        rows = tuple((person.name, person.role) for person in people)
        print_table(Table("People", ("Name", "Role"), rows, ""))


class ToAdd(Struct, frozen=True):
    """Who is to be in charge, in which role, and the brand where it is the same person."""

    name: str
    role: str
    same_as: str = ""


def run_add(settings: Settings, brand: str, asked: ToAdd, by: str) -> None:
    name, role = asked.name, asked.role
    with staff(settings, brand) as here:
        others = here.elsewhere(name)
        same_as = asked.same_as or _asked_about(name, others)
        token = here.add(name, role, by, same_as)
        console = terminal()
        console.print(f"{name} is in charge of {here.brand}: {role}.", markup=False)
        if token:
            _show(token)
            for other in others:
                console.print(
                    f"The {name} who is in charge of {other} is somebody else to Rapport, with a "
                    f"token of their own. If it is the same person: rapport people remove {name}, "
                    f"and add them with --same-as {other}.",
                    markup=False,
                    soft_wrap=True,
                )
        else:
            console.print("They sign in with the token that they have.")


def _asked_about(name: str, others: Iterable[str]) -> str:
    """The brand whose person of this name it is, where somebody sits here who says so."""
    if not sys.stdin.isatty():
        return ""
    for other in others:
        if typer.confirm(f"Is this the same {name} as in charge of {other}?", default=False):
            return other
    return ""


def run_change(settings: Settings, brand: str, name: str, role: str, by: str) -> None:
    with staff(settings, brand) as here:
        here.change(name, role, by)
        terminal().print(f"{name} is now: {role}. It holds at once.", markup=False)


def run_renew(settings: Settings, brand: str, name: str, by: str) -> None:
    with staff(settings, brand) as here:
        token = here.renew(name, by)
        terminal().print(f"{name} has a new token, and is signed out.", markup=False)
        _show(token)


def run_remove(settings: Settings, brand: str, name: str, by: str) -> None:
    with staff(settings, brand) as here:
        here.remove(name, by)
        terminal().print(
            f"{name} is no longer in charge of {here.brand}, and is signed out.", markup=False
        )


def _show(token: str) -> None:
    terminal().print(
        f"\n  {token}\n\nThis token opens the console. It is shown this once and kept nowhere: "
        "hand it over in a way that nobody else sees.",
        markup=False,
        soft_wrap=True,
    )
