"""The page `docs/signals.md`, made from the catalogue of signals; a test keeps the two equal."""

from __future__ import annotations

from math import isfinite

from rapport.core.bounds import MAX_NOTES, MAX_NOTES_BEFORE
from rapport.core.person.notes import REMEMBERED
from rapport.core.person.signals import CATALOGUE, FAMILIES, Family, Signal, range_of
from rapport.core.policy.policy import FEATURES
from rapport.core.time import DAY

INTRODUCTION = """\
# Signals

A signal is a figure about one person, computed from their events, as it stands at one moment: at a
decision, never earlier and never later. The page is made from the code
(`python -m rapport.app.explaining.signals_page`).

Conditions in a brand's folder name signals, such as `orders_count >= 1` in a flow's `enter_when` or
`days_since_refund < 30` in a rule. A signal that is *unavailable* (there is no order yet, no basket
is open) makes every condition on it false, whichever way round it is written.

Signals made from the *order rhythm* are there from the moment on at which one was published
([rapport train](rhythm.md)), and unavailable before it, and for whoever has not ordered.

Signals made from *intent* are there once there is a model of it ([intent](intent.md)). Until the
brand's own events were enough to learn one, it is the one that Rapport ships, learnt on a made-up
shop; `intent_by_prior` is 1 as long as it is.

Who declined to be profiled has no signals looked at in a decision, and gets the general message.

A condition that can never hold is refused where the folder is read, with its file and line, and in
the console's form: `session_products >= 20` asks for what cannot be. So is one that always holds,
on a signal that is never unavailable: `orders_count >= 0`. So are two that all have to hold and
never hold together: `orders_count >= 3` and `orders_count < 2`.

| Signal | What it is | Unit | Can be | Made from | Looks back | Kind of data |
| --- | --- | --- | --- | --- | --- | --- |
"""

FAMILIES_OF_SIGNALS = """\

Some signals there are once for each thing: `category_interest[Mugs] >= 2` asks for a recent
interest in mugs, `stated[brew=green] >= 1` for people who said so of themselves. The state keeps a
few of each kind, those that something was last heard of; of all others the signal is unavailable.

| Signals | What they are | In brackets | Unit | Can be | Made from | Looks back | Kind of data |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""

AFTER = """\

Minor units are pence for GBP, cents for EUR, yen for JPY. `local_hour` and `local_weekday` are on
the person's own clock where their time zone is known, else on the brand's.

Of messages the last {notes} are remembered: as far back from the newest as the longest window of
the brand's [caps](brand-folder.md#brandyaml), and at least {days} days. Where what decides was
published before that was so, it is the last {before} within {days} days, until the folder is
published again.

A visit ends after half an hour without anything. What is said of the last visit stays until the
next one begins: where a condition is to hold during a visit alone, ask for `quiet_minutes < 30`
beside it. `email_visit_share` is one of all visits, also of those of which nobody told how they
came about; where what decides was published before that was so, it is one of the others, until the
folder is published again.

For `session_products` and `visit_returns` a product was looked at where its page was seen, where it
was put into a cart, and where a checkout of it alone was begun.

*Device* is phone, tablet, computer or other; *channel* is direct, search, social, ad, email or
referral. Make, system, addresses of other sites and names of campaigns are not kept. An e-mail that
was opened is no signal: machines open e-mails. What people state of themselves is taken from the
object `preferences` (Segment's traits, Klaviyo's properties), as short words, if brand.yaml says
that it is asked for; what else is told is counted and not used. What is called by the name of a
protected trait (age, gender, religion, health and their like) in English, German, French, Spanish,
Italian or Dutch is refused, as a preference, as a category to be interested in and in a condition.
What a brand's categories and preferences give away by other names is the brand's to watch: signals
that decisions used are shown with each decision.

A decision records every signal as it stood, from the form of policy on that the signal came with;
decisions of older policies record those that their policies and rules looked at.

## What the policy looks at

The policy learns from {count} features, each between 0 and 1, which are made of the signals above
and nothing else: {features}. None of them says who the person is, and none is a protected trait.
"""


def as_markdown() -> str:
    """The whole page."""
    rows = [
        f"| `{s.name}` | {s.label} | {s.unit} | {_can_be(s)} | {s.source} | {s.window} "
        f"| {s.privacy} |"
        for s in CATALOGUE
    ]
    families = [
        f"| `{f.name}[...]` | {f.label} | {f.of} | {f.unit} | {_can_be(f)} | {f.source} "
        f"| {f.window} | {f.privacy} |"
        for f in FAMILIES
    ]
    features = ", ".join(f"`{name}`" for name in FEATURES)
    after = AFTER.format(
        count=len(FEATURES),
        features=features,
        notes=MAX_NOTES,
        before=MAX_NOTES_BEFORE,
        days=REMEMBERED // DAY,
    )
    tables = (INTRODUCTION + "\n".join(rows), FAMILIES_OF_SIGNALS + "\n".join(families), after)
    return "\n".join(tables)


def _can_be(row: Signal | Family) -> str:
    """Such as `0 to 16`, `0 or more`."""
    within = range_of(row)
    if within.least == within.most:
        return f"{within.least:g}"
    if isfinite(within.most):
        below = f"{within.least:g} to " if isfinite(within.least) else "at most "
        return f"{below}{within.most:g}"
    return f"{within.least:g} or more" if isfinite(within.least) else "any figure"


if __name__ == "__main__":
    print(as_markdown(), end="")  # noqa: T201 (what it is run for)
