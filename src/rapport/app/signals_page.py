"""The page `docs/signals.md`, made from the catalogue of signals; a test keeps the two equal."""

from __future__ import annotations

from rapport.core.policy import FEATURES
from rapport.core.signals import CATALOGUE

INTRODUCTION = """\
# Signals

A signal is a figure about one person, computed from their events, as it stands at one moment: at a
decision, never earlier and never later. The page is made from the code
(`python -m rapport.app.signals_page`).

Conditions in a brand's folder name signals, such as `orders_count >= 1` in a flow's `enter_when` or
`days_since_refund < 30` in a rule. A signal that is *unavailable* (there is no order yet, no basket
is open) makes every condition on it false, whichever way round it is written.

Signals made from the *order rhythm* are there from the moment on at which one was published
([rapport rhythm --publish](rhythm.md)), and unavailable before it, and for whoever has not ordered.

Signals made from *intent* are there once there is a model of it ([intent](intent.md)). Until the
brand's own events were enough to learn one, it is the one that Rapport ships, learnt on a made-up
shop; `intent_by_prior` is 1 as long as it is.

Who declined to be profiled has no signals looked at in a decision, and gets the general message.

| Signal | What it is | Unit | Made from | Looks back | Kind of data |
| --- | --- | --- | --- | --- | --- |
"""

AFTER = """\

Minor units are pence for GBP, cents for EUR, yen for JPY. `local_hour` and `local_weekday` are on
the person's own clock where their time zone is known, else on the brand's.

## What the policy looks at

The policy learns from {count} features, each between 0 and 1, which are made of the signals above
and nothing else: {features}. None of them says who the person is, and none is a protected trait.
"""


def as_markdown() -> str:
    """The whole page."""
    rows = [
        f"| `{s.name}` | {s.label} | {s.unit} | {s.source} | {s.window} | {s.privacy} |"
        for s in CATALOGUE
    ]
    features = ", ".join(f"`{name}`" for name in FEATURES)
    after = AFTER.format(count=len(FEATURES), features=features)
    return INTRODUCTION + "\n".join(rows) + "\n" + after


if __name__ == "__main__":
    print(as_markdown(), end="")  # noqa: T201 (what it is run for)
