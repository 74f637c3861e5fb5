"""`rapport rules`: what each rule takes away, and what it costs."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from rich.console import Console

from rapport.app.explaining.rules_in_words import Labels, rule_in_words
from rapport.app.measuring.rule_costs import BUILT_IN, PROPOSED, RuleCost, RuleCosts
from rapport.app.measuring.rule_costs_text import (
    amounts_of,
    judged_by,
    labels_in,
    left_out,
    told_of,
)
from rapport.app.measuring.sample import REWARDS
from rapport.cli.files import write_json
from rapport.cli.in_charge.policy import in_charge
from rapport.cli.output import say_unreadable, terminal
from rapport.errors import UserError
from rapport.settings import Settings

NO_LABELS: Labels = MappingProxyType({})


class RulesOptions(Struct, frozen=True):
    """What the command line was given."""

    brand: str
    proposed: Path | None
    reward: str
    json_file: Path | None


def run_rules(settings: Settings, options: RulesOptions) -> None:
    """Prints each rule with how often it took something away, and its cost."""
    if options.reward not in REWARDS:
        raise UserError(f"There is no reward '{options.reward}'. There is: {', '.join(REWARDS)}.")
    console = terminal()
    with in_charge(settings, options.brand) as (desk, installation):
        release = installation.blueprint(desk.brand).releases[-1]
        with console.status("Going through the decisions"):
            found = desk.rule_costs(options.proposed, options.reward)
        show(found, release.brand.locale, console, labels_in(release))
        write_json(options.json_file, found)


def show(found: RuleCosts, locale: str, console: Console, labels: Labels = NO_LABELS) -> None:
    """Each rule: what it says, how often it took something away, what it costs."""
    amounts = amounts_of(found, locale)

    def say(text: str) -> None:
        console.print(text, markup=False)

    if not found.rules:
        say("There are no rules. Write them into rules.yaml of the brand's folder.")
        say_unreadable(console, found.unreadable)
        return
    say(judged_by(found))
    for words in left_out(found):
        say(f"  {words}")
    say_unreadable(console, found.unreadable, "  ")
    for one in found.rules:
        say(f"\n{one.rule.name}  ({_where(one)})")
        say(f"  {rule_in_words(one.rule, labels, found.currency, named=True)}")
        if one.rule.because:
            say(f"  Because: {one.rule.because}")
        told = told_of(one, found, amounts)
        for words in (told.took, told.untold, told.cost, told.needs):
            if words:
                say(f"  {words}")
    if any(one.place == BUILT_IN for one in found.rules):
        say("\nCare that is built in is changed, or switched off, under 'care' in brand.yaml.")


def _where(one: RuleCost) -> str:
    state = "" if one.rule.active else ", not in use"
    at = f", {one.place}" if one.place else ""
    if one.where == PROPOSED:
        return f"proposed{at}{state}"
    return f"{one.where}{at}{state}"
