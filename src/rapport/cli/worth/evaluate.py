"""`rapport evaluate`: what another policy would have earned on the brand's own decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import typer
from msgspec import Struct
from rich.console import Console
from rich.table import Table

from rapport.app.measuring.evaluate import Evaluation, Held, evaluate
from rapport.app.measuring.report_text import Words
from rapport.app.measuring.sample import MARGIN, REWARDS
from rapport.app.wording.amounts import minus
from rapport.app.wording.counts import so_many
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.output import say_unreadable, terminal
from rapport.core.time import moment_after
from rapport.errors import UserError
from rapport.science.off_policy import Estimate
from rapport.science.unavailable import Unavailable
from rapport.science.usual import TIMES, USUAL
from rapport.settings import Settings

METHODS = {
    "SNIPS": "what was earned, weighed by how likely the policy makes it",
    "IPW": "the same, not made to add up to one",
    "DM": "what a model of past decisions says",
    "DR": "the model, corrected by what was earned",
    "SWITCH": "the same, but not where a weight is large",
    "DRos": "the same, large weights drawn in",
    "MIPS": "weighed by {part} only",
}


class EvaluateOptions(Struct, frozen=True):
    """What the command line was given."""

    policy: int
    reward: str
    seen: bool
    brand: str
    json_file: Path | None


def run_evaluate(settings: Settings, options: EvaluateOptions) -> None:
    """Prints the evaluation; exits with 1 where the log cannot carry an answer."""
    if options.reward not in REWARDS:
        raise UserError(f"There is no reward '{options.reward}'. There is: {', '.join(REWARDS)}.")
    console = terminal()
    installation = Installation.existing(settings, WallClock())
    try:
        key = installation.only_brand(options.brand)
        blueprint = installation.blueprint(key)
        with console.status("Going through the decisions"):
            found = evaluate(
                installation.records,
                blueprint,
                options.policy,
                reward=options.reward,
                seen=options.seen,
                candidates=[one.policy for one in installation.records.candidates(key)],
                now=moment_after(installation.clock.now()),
            )
        show(found, blueprint.releases[-1].brand.locale, console)
        write_json(options.json_file, found)
        if isinstance(found.estimates["DR"], Unavailable):
            raise typer.Exit(1)
    finally:
        installation.close()


def show(found: Evaluation, locale: str, console: Console) -> None:
    """The basis, the answer or why there is none, and the gate."""
    words = Words(found.currency, locale)

    def amount(value: float) -> str:
        if found.reward == MARGIN:
            return words.money(value)
        return minus(f"{100.0 * value:z.2f} per 100")

    say = console.print
    say(
        f"Policy {found.policy}, judged by {so_many(found.decisions, 'decision')} about "
        f"{so_many(found.profiles, 'person', 'people')}"
        f"{' it has partly learnt from' if found.seen else ''}."
    )
    for reason, count in found.left_out.items():
        say(f"  {so_many(count, 'decision is', 'decisions are')} left out: {reason}.", markup=False)
    say_unreadable(console, found.unreadable, "  ")
    robust = found.estimates["DR"]
    if isinstance(robust, Unavailable):
        say(f"\nThere is no answer yet, because {robust.reason}.", markup=False)
        if found.outlook is not None and found.outlook.says:
            say(found.outlook.says, markup=False)
        return
    say(_methods(found, amount))
    if not isinstance(found.earned, Unavailable):
        say(f"\nWhat was done earned {amount(found.earned)} a decision.", markup=False)
    if found.held is not None:
        say(_held(found.held, amount), markup=False)
    for sentence in _beside_today(found, amount):
        say(sentence, markup=False)
    for condition in found.gate.conditions:
        mark = "yes" if condition.met else "no "
        say(f"  {mark}  {condition.wanted} ({condition.found})", markup=False)
    say(found.gate.says, markup=False)
    if found.outlook is not None and found.outlook.says:
        say(found.outlook.says, markup=False)


def _methods(found: Evaluation, amount: Callable[[float], str]) -> Table:
    what = "Margin" if found.reward == MARGIN else "Orders"
    table = Table(show_edge=False, pad_edge=False, title_justify="left")
    table.add_column("Method")
    table.add_column("How", ratio=1)
    for head in (f"{what} a decision", "Between", "Effective", "People", "Largest weight"):
        table.add_column(head, justify="right")
    for name, result in found.estimates.items():
        how = METHODS[name].format(part=found.part)
        if isinstance(result, Unavailable):
            table.add_row(name, f"{how}: unavailable, because {result.reason}")
            continue
        basis = result.support
        table.add_row(
            name, how, amount(result.value), f"{amount(result.low)} and {amount(result.high)}",
            f"{basis.effective:,.0f}", f"{basis.people:,.0f}", f"{basis.largest:,.1f}",
        )  # fmt: skip
    return table


def _held(held: Held, amount: Callable[[float], str]) -> str:
    """What was held to what is usual, and what that changes."""
    many = "1 decision" if held.decisions == 1 else f"{held.decisions:,} decisions"
    return (
        f"{many} came to more than {amount(held.most)}, {TIMES:.0f} times what {USUAL:.0%} of "
        "those with an order bring at most, and count as that in all that is estimated here. So "
        f"counted, what was done earned {amount(held.earned)} a decision."
    )


def _beside_today(found: Evaluation, amount: Callable[[float], str]) -> Iterator[str]:
    """What today's policy would have earned, and how much more the judged one."""
    today = found.against
    if found.policy != today.policy and isinstance(today.value, Estimate):
        one = today.value
        yield (
            f"Policy {today.policy}, which decides today, would have earned {amount(one.value)}, "
            f"between {amount(one.low)} and {amount(one.high)} (DR)."
        )
    if isinstance(today.gain, Estimate):
        gain = today.gain
        yield (
            f"Policy {found.policy} would have earned {_more(gain.value, amount)} than policy "
            f"{today.policy}, between {_more(gain.low, amount)} and {_more(gain.high, amount)} "
            "(DR, decision by decision)."
        )


def _more(value: float, amount: Callable[[float], str]) -> str:
    return f"{amount(abs(value))} {'more' if value >= 0.0 else 'less'}"
