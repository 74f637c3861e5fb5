"""`rapport rules`: what each rule takes away, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from rich.console import Console

from rapport.app.explaining.rules_in_words import Labels, labels_of, names_of, rule_in_words
from rapport.app.measuring.report_text import Words
from rapport.app.measuring.rule_costs import BUILT_IN, PROPOSED, RuleCost, RuleCosts
from rapport.app.measuring.sample import MARGIN, REWARDS
from rapport.app.wording.amounts import minus
from rapport.cli.files import write_json
from rapport.cli.in_charge.policy import in_charge
from rapport.cli.output import say_unreadable, terminal
from rapport.core.blueprint import Release
from rapport.errors import UserError
from rapport.science.unavailable import Unavailable
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
    amounts = _amounts(found, locale)

    def say(text: str) -> None:
        console.print(text, markup=False)

    if not found.rules:
        say("There are no rules. Write them into rules.yaml of the brand's folder.")
        say_unreadable(console, found.unreadable)
        return
    say(f"Judged by {found.judged:,} decisions that chance made and whose outcome is known.")
    for reason, count in found.left_out.items():
        say(f"  {count:,} decisions are left out: {reason}.")
    say_unreadable(console, found.unreadable, "  ")
    for one in found.rules:
        say(f"\n{one.rule.name}  ({_where(one)})")
        say(f"  {rule_in_words(one.rule, labels, found.currency, named=True)}")
        if one.rule.because:
            say(f"  Because: {one.rule.because}")
        if one.where != PROPOSED:
            say(f"  {_took(one)}")
        if one.untold:
            say(f"  {one.untold:,} decisions are from before what it asks for was recorded.")
        say(f"  {_cost(one, found, amounts)}")
    if any(one.place == BUILT_IN for one in found.rules):
        say("\nCare that is built in is changed, or switched off, under 'care' in brand.yaml.")


class _Amounts(Struct, frozen=True):
    """How costs are told: what one decision comes to, of how many that is, and what 1,000 do."""

    each: Callable[[float], str]
    of: str
    thousand: Callable[[float], str]


def _amounts(found: RuleCosts, locale: str) -> _Amounts:
    if found.reward == MARGIN:
        money = Words(found.currency, locale).money
        return _Amounts(
            money, "for each decision that it changes", lambda value: money(1_000.0 * value)
        )
    return _Amounts(
        lambda value: minus(f"{100.0 * value:z.2f} orders"),
        "in 100 decisions that it changes",
        lambda value: minus(f"{1_000.0 * value:z.1f} orders"),
    )


def _took(one: RuleCost) -> str:
    if not one.asked and not one.took:
        return "No decision is on record at which it could have taken something away."
    share = f" ({one.took / one.asked:.0%})" if one.asked else ""
    return f"Took something away in {one.took:,} of {one.asked:,} decisions{share}."


def _where(one: RuleCost) -> str:
    state = "" if one.rule.active else ", not in use"
    at = f", {one.place}" if one.place else ""
    if one.where == PROPOSED:
        return f"proposed{at}{state}"
    return f"{one.where}{at}{state}"


def labels_in(release: Release) -> dict[tuple[str, str], str]:
    """What people call each level that rules name; of several, what the first framework says."""
    found: dict[tuple[str, str], str] = {}
    for framework in reversed(release.frameworks):
        found |= labels_of(framework, release.offers)
    return found | names_of(release.frameworks)


def _cost(one: RuleCost, found: RuleCosts, amounts: _Amounts) -> str:
    cost = one.cost
    if isinstance(cost, Unavailable):
        return f"What it costs is unavailable, because {cost.reason}."
    share = one.changes / max(found.judged, 1)
    between = f"between {_signed(cost.low, amounts.each)} and {_signed(cost.high, amounts.each)}"
    if cost.low <= 0.0 <= cost.high:
        return f"Too few to tell whether it costs or gains: {between} {amounts.of}."
    each = f"{amounts.each(abs(cost.value))} {amounts.of}"
    whole = f"{amounts.thousand(abs(cost.value) * share)} in 1,000 decisions of the brand"
    verb = "Costs" if cost.low > 0.0 else "Gains"
    check = ""
    if not isinstance(one.check, Unavailable) and (one.check.value > 0.0) != (cost.value > 0.0):
        check = " The simpler method (SNIPS) says the opposite: take it with care."
    return f"{verb} {each}, {between}; it changes {share:.0%}, so {whole}.{check}"


def _signed(value: float, amount: Callable[[float], str]) -> str:
    return f"{amount(abs(value))} {'lost' if value >= 0.0 else 'gained'}"
