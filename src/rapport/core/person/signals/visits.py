"""Signals of what a person looks at."""

from __future__ import annotations

from collections.abc import Callable

from rapport.core.bounds import MAX_SEEN, MAX_VISIT_CATEGORIES
from rapport.core.editions import ALL_VISITS_COUNT, LOOKED_AT_ALIKE
from rapport.core.person.preferences import protected
from rapport.core.person.signals.moment import Moment, days_since, half_lives
from rapport.core.person.signals.row import PROTECTED_TRAIT, VISITS, Family, Signal
from rapport.core.state import HALF_LIFE
from rapport.core.time import DAY, MINUTE, minute_of_day, part_of_day


def _session_minutes(moment: Moment) -> float | None:
    browsing = moment.state.browsing
    if not browsing.last_at:
        return None
    return (browsing.last_at - browsing.session_started_at) / MINUTE


def _quiet_minutes(moment: Moment) -> float | None:
    last = moment.state.browsing.last_at
    return max(0, moment.at - last) / MINUTE if last else None


def _views_per_visit(moment: Moment) -> float | None:
    views, visits = moment.state.habits.visits.views, moment.state.browsing.sessions
    return views / visits if visits > 0 else None


def _visit_categories(moment: Moment) -> float:
    trail = moment.state.trail
    here = trail.visit == moment.state.browsing.sessions
    return float(len(trail.categories)) if here else 0.0


def _visit_products(moment: Moment) -> float:
    browsing, trail = moment.state.browsing, moment.state.trail
    if moment.release.edition < LOOKED_AT_ALIKE:
        return float(browsing.session_products)
    if trail.visit != browsing.sessions:
        return 0.0
    # Where two profiles are one person, some of what was returned to may be crowded out.
    return float(max(sum(seen.visit == trail.visit for seen in trail.products), trail.returned))


def _visit_returned(moment: Moment) -> float:
    trail = moment.state.trail
    return float(trail.returned) if trail.visit == moment.state.browsing.sessions else 0.0


def _days_with_visits(days: int) -> Callable[[Moment], float | None]:
    def compute(moment: Moment) -> float | None:
        bits = moment.state.habits.visits.days_as_of(moment.at // DAY)
        return float((bits & ((1 << days) - 1)).bit_count())

    return compute


def _share(name: str, counts: tuple[tuple[str, int], ...]) -> float | None:
    """The share of `name` among all that is counted."""
    total = sum(count for _, count in counts)
    return sum(count for one, count in counts if one == name) / total if total else None


def _on_phone(moment: Moment) -> float | None:
    device = moment.state.habits.visits.device
    return float(device == "phone") if device else None


def _usual_time(moment: Moment) -> float | None:
    """How much this part of the day is theirs; each part counts one visit more than it had, so
    that a single visit says little."""
    parts = moment.state.habits.visits.parts
    here = part_of_day(minute_of_day(moment.at, moment.offset))
    return (parts[here] + 1) / (sum(parts) + len(parts)) if any(parts) else None


def _came_by(channel: str) -> Callable[[Moment], float | None]:
    def compute(moment: Moment) -> float | None:
        told = moment.state.habits.visits.channel
        return float(told == channel) if told else None

    return compute


def _by_email(moment: Moment) -> float | None:
    """Of most visits nobody tells how they came about. Those are none of e-mail, whose clicks tell
    of themselves."""
    visits = moment.state.habits.visits
    if moment.release.edition < ALL_VISITS_COUNT:
        return _share("email", visits.channels)
    total = sum(visits.parts)
    return min(dict(visits.channels).get("email", 0) / total, 1.0) if total else None


def _interests(moment: Moment) -> dict[str, float]:
    """Views by category, each counting half after two weeks; none of what a category's name says
    must not decide anything."""
    return {
        one.category: round(one.amount * half_lives(moment.at - one.at, HALF_LIFE), 6)
        for one in moment.state.browsing.interests
        if not protected(one.category)
    }


def _refused_category(category: str) -> str:
    return PROTECTED_TRAIT if protected(category) else ""


ROWS = (
    Signal("session_views", "pages", "visits", "session", VISITS, "pages seen in the last visit",
           lambda m: float(m.state.browsing.session_views), known=True),
    Signal("session_products", "products", "visits", f"session, of the last {MAX_SEEN}", VISITS,
           "products looked at in the last visit", _visit_products, most=MAX_SEEN, known=True),
    Signal("session_minutes", "minutes", "visits", "session", VISITS, "length of the last visit",
           _session_minutes),
    Signal("visits", "visits", "visits", "ever", VISITS, "visits so far",
           lambda m: float(m.state.browsing.sessions), known=True),
    Signal("days_since_visit", "days", "visits", "ever", VISITS, "days since the last visit",
           lambda m: days_since(m.at, m.state.browsing.last_at)),
    Signal("quiet_minutes", "minutes", "visits", "ever", VISITS,
           "minutes since anything was done on the site", _quiet_minutes, form=2),
    Signal("views", "pages", "visits", "ever", VISITS, "pages seen so far",
           lambda m: float(m.state.habits.visits.views), form=2, known=True),
    Signal("views_per_visit", "pages", "visits", "ever", VISITS, "pages seen in a usual visit",
           _views_per_visit, form=2),
    Signal("visit_searches", "searches", "visits", "session", VISITS, "searches in the last visit",
           lambda m: float(m.state.habits.visits.searches), form=2, known=True),
    Signal("visit_categories", "categories", "visits", "session", VISITS,
           "categories looked at in the last visit", _visit_categories, form=2,
           most=MAX_VISIT_CATEGORIES, known=True),
    Signal("visit_returns", "products", "visits", f"session, of the last {MAX_SEEN}", VISITS,
           "products of the last visit that were looked at in an earlier one", _visit_returned,
           form=2, most=MAX_SEEN, known=True),
    Signal("visit_dwell_minutes", "minutes", "visits", "session", VISITS,
           "time with products on the screen in the last visit",
           lambda m: m.state.habits.visits.dwell / MINUTE, form=2, known=True),
    Signal("visit_days_7d", "days", "visits", "7 days", VISITS, "days with a visit in a week",
           _days_with_visits(7), form=2, most=7, known=True),
    Signal("visit_days_28d", "days", "visits", "28 days", VISITS,
           "days with a visit in four weeks", _days_with_visits(28), form=2, most=28, known=True),
    Signal("on_phone", "1 or 0", "device", "now", VISITS, "whether the last page was on a phone",
           _on_phone, form=2),
    Signal("phone_share", "share", "device", "ever", VISITS,
           "share of pages seen on a phone, of those whose device is known",
           lambda m: _share("phone", m.state.habits.visits.devices), form=2),
    Signal("usual_time_share", "share", "clock", "ever", VISITS,
           "share of visits in this quarter of the day", _usual_time, form=2),
    Signal("came_by_search", "1 or 0", "channel", "session", VISITS,
           "whether a search engine led to the last visit", _came_by("search"), form=2),
    Signal("came_by_ad", "1 or 0", "channel", "session", VISITS,
           "whether an advertisement led to the last visit", _came_by("ad"), form=2),
    Signal("came_by_social", "1 or 0", "channel", "session", VISITS,
           "whether a social network led to the last visit", _came_by("social"), form=2),
    Signal("came_by_email", "1 or 0", "channel", "session", VISITS,
           "whether an e-mail led to the last visit", _came_by("email"), form=2),
    Signal("email_visit_share", "share", "channel", "ever", VISITS,
           "share of visits that an e-mail led to", _by_email, form=2),
)  # fmt: skip

FAMILIES = (
    Family("category_interest", "views", "visits", "28 days", VISITS,
           "recent interest in a category", "category", _interests, refuses=_refused_category),
)  # fmt: skip
