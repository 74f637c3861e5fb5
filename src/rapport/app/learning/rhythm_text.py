"""The order rhythm in words, for people who look after customers."""

from __future__ import annotations

from rapport.app.learning.rhythm import AHEAD, INTEREST, Found, OrderRhythm
from rapport.app.measuring.report_text import Words
from rapport.app.wording.counts import so_many
from rapport.science.rhythm_forecast import Expected
from rapport.science.unavailable import Unavailable
from rapport.science.usual import TIMES, USUAL


def rhythm_lines(told: OrderRhythm, locale: str = "en_GB") -> list[str]:
    """One line for each thing to know; where nothing can be known, why."""
    found = told.found
    if isinstance(found, Unavailable):
        return [f"There is no order rhythm to tell yet, because {found.reason}."]
    share = 100.0 * found.ordered_again / told.customers
    return [
        f"{so_many(told.customers, 'person has', 'people have')} ordered, {share:.0f} of 100 of "
        "them on more than one day.",
        "Half of those who order again would do so within "
        f"{found.usual_days:,.0f} days of their last order, while they are customers.",
        f"Of the {found.last_years:,} who ordered in the last year, about {found.still:,.0f} are "
        "still customers.",
        f"In the next {AHEAD} days these people should order {_between(found.ahead)}, "
        "if they go on as they did.",
        f"{found.due:,} are due now: still customers, more likely than not, and longer without an "
        "order than is usual for them.",
        *_worth(found, Words(told.currency, locale)),
        "",
        *_tried(found),
        "Season and campaigns are not in these figures, nor people who have yet to order for the "
        "first time.",
    ]


def _between(expected: Expected) -> str:
    return (
        f"about {expected.value:,.0f} times (between {expected.low:,.0f} and {expected.high:,.0f})"
    )


def _worth(found: Found, words: Words) -> list[str]:
    worth = found.worth
    if isinstance(worth, Unavailable):
        return [f"What customers are worth is unavailable, because {worth.reason}."]
    year = worth.year_of_all
    lines = [
        f"A typical order is {words.money(worth.order)}. The next year of these people is worth "
        f"about {words.money(year.value)} now (between {words.money(year.low)} and "
        f"{words.money(year.high)}), {words.money(worth.year_of_each)} each "
        f"(revenue, at {100 * INTEREST:.0f}% interest)."
    ]
    if worth.held is not None:
        held, most = worth.held, words.money(worth.held.most)
        many = "1 day of orders counts" if held.days == 1 else f"{held.days:,} days of orders count"
        brought = words.money(held.brought)
        lines.append(
            f"{many} as {most} {'' if held.days == 1 else 'each '}in these sums, {TIMES:.0f} times "
            f"what {USUAL:.0%} of such days bring at most; in truth they brought {brought}."
        )
    if worth.tries:
        latest, said = worth.tries[0], worth.tries[0].said
        between = f"between {words.money(said.low)} and {words.money(said.high)}"
        lines.append(
            f"Of the last {latest.days} days the same would have said "
            f"{words.money(said.value)} ({between}); {words.money(latest.came)} came."
        )
    return lines


def _tried(found: Found) -> list[str]:
    if not found.tries:
        return [f"How good such a forecast is here cannot be said, because {found.no_tries}."]
    latest = found.tries[0]
    held = sum(tried.within for tried in found.tries)
    lines = [
        f"Tried on the past: {latest.back} days ago this would have said "
        f"{_between(latest.said)}. They ordered {so_many(latest.came, 'time')}. "
        + ("That is what was said." if latest.within else "That is outside what was said.")
    ]
    if len(found.tries) > 1:
        lines.append(f"Of {len(found.tries)} such tries, one after the other, {held} held.")
    lines.append("By as much as they were off, the forecast above is given more widely.")
    return lines
