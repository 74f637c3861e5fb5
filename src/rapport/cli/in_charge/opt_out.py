"""`rapport opt-out`: opting one person out by hand, since they asked for it."""

from __future__ import annotations

from msgspec import Struct

from rapport.app.stopping.opting_out import OptedOut
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.person import PersonDesk
from rapport.bootstrap.installation import Installation
from rapport.cli.in_charge.stops import counted, seen
from rapport.cli.output import terminal
from rapport.settings import Settings

ELSEWHERE = "Other tools that write to them do not hear of it: tell them, too."


class OptOutOptions(Struct, frozen=True):
    """What the command line was given."""

    person: str
    because: str
    by: str
    login: str
    brand: str


def run_opt_out(settings: Settings, options: OptOutOptions) -> None:
    """Opts them out, and says what that comes to. Raises UserError where it cannot be done."""
    installation = Installation.existing(settings, WallClock())
    try:
        brand = installation.only_brand(options.brand)
        profile = installation.readings.whose(brand, options.person)
        who, why = options.by or options.login, options.because
        done = PersonDesk(installation).opt_out(brand, profile, who, why, saw=seen(options.login))
    finally:
        installation.close()
    for line in _words(done):
        terminal().print(line, markup=False, soft_wrap=True)


def _words(done: OptedOut) -> list[str]:
    if not done.new:
        return ["They had unsubscribed already: nothing was done."]
    lines = [f"Nothing more is sent to them from now on. In the audit log: {done.entry}."]
    if done.waiting:
        lines.append(f"{counted(done.waiting)} planned for them will not be sent.")
    if done.sending:
        lines.append(f"{counted(done.sending)} to them was being sent, and may still arrive.")
    return [*lines, ELSEWHERE]
