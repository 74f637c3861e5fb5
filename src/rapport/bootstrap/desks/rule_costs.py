"""What the rules of an installation's brands cost, counted beside everything else."""

from __future__ import annotations

from threading import Event, Lock, Thread

import structlog
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.measuring.rule_costs import RuleCosts
from rapport.app.measuring.rule_costs_text import labels_in
from rapport.app.measuring.unpublished_rules import Unpublished, unpublished
from rapport.bootstrap.desks.rule_places import all_places
from rapport.bootstrap.desks.rules_aside import AsideError, count_aside
from rapport.bootstrap.installation import Installation
from rapport.core.blueprint import BrandFolder, Release
from rapport.core.time import DAY, Instant
from rapport.errors import RapportError, whereabouts
from rapport.web.desks import ShowFrameworks
from rapport.web.frameworks.rules_counted import RulesCounted

log = structlog.get_logger("rapport.rules")

PATIENCE_SECONDS = 2.5
"""What a page waits for an answer: a young shop's is there by then."""

STALE = DAY
"""An answer that old is counted again once somebody asks; until then it is shown."""

FAILED = "It could not be counted; what Rapport writes to its log says why. Nothing else is amiss."


class _Asked(Struct, frozen=True):
    """What an answer is about: while that is the same, the answer stands."""

    release: int
    rules: Unpublished


class _Answer(Struct, frozen=True):
    asked: _Asked
    at: Instant
    costs: RuleCosts | None
    trouble: str = ""

    def stands(self, asked: _Asked, now: Instant) -> bool:
        return self.asked == asked and now - self.at < STALE


class RuleCostDesk:
    """Implements the console's `ShowRuleCosts`.

    A process of its own goes through the log, for one brand after another: for a large shop that
    takes minutes. A thread waits for it, and nobody for the thread when all ends.
    """

    def __init__(self, here: Installation, frameworks: ShowFrameworks) -> None:
        self._here = here
        self._frameworks = frameworks
        self._lock = Lock()
        self._turn = Lock()
        self._answers: dict[str, _Answer] = {}
        self._under_way: dict[str, Event] = {}

    def counted(self, brand: str, *, anew: bool = False) -> RulesCounted:
        """What is known, after a moment's wait; has it counted where nothing is, or `anew`."""
        release = self._here.blueprint(brand).releases[-1]
        content = self._frameworks.book(brand).content
        asked = _Asked(release.number, unpublished(content, release))
        done = self._under_way_for(brand, asked, anew=anew)
        if done is not None:
            done.wait(PATIENCE_SECONDS)
            # What was under way may have been about the rules as they were before.
            self._under_way_for(brand, asked)
        return self._told(release, content, asked)

    def _under_way_for(self, brand: str, asked: _Asked, *, anew: bool = False) -> Event | None:
        """The end of the count that is under way, whatever it is about, or of one that begins here;
        None where an answer stands."""
        now = self._here.clock.now()
        with self._lock:
            answer, done = self._answers.get(brand), self._under_way.get(brand)
            if done is None and (anew or answer is None or not answer.stands(asked, now)):
                done = self._under_way[brand] = Event()
                Thread(
                    target=self._count, args=(brand, asked, done), name="rules", daemon=True
                ).start()
        return done

    def known(self, brand: str) -> RulesCounted:
        """What is known of what is published, and of such rules as were there when that was
        counted; has nothing counted."""
        with self._lock:
            answer = self._answers.get(brand)
        release = self._here.blueprint(brand).releases[-1]
        if answer is None or answer.asked.release != release.number:
            return RulesCounted()
        return RulesCounted(answer.costs, answer.at, locale=release.brand.locale)

    def _told(self, release: Release, content: BrandFolder, asked: _Asked) -> RulesCounted:
        brand = release.brand.key
        with self._lock:
            answer, counting = self._answers.get(brand), brand in self._under_way
        found = answer if answer is not None and answer.asked == asked else None
        return RulesCounted(
            costs=found.costs if found else None,
            at=found.at if found else 0,
            counting=counting,
            trouble=found.trouble if found else "",
            ahead=asked.rules.ahead,
            locale=release.brand.locale,
            labels={**labels_in(release), **labels_in(content)},
        )

    def _count(self, brand: str, asked: _Asked, done: Event) -> None:
        costs, trouble = None, ""
        try:
            with self._turn:
                found = count_aside(self._here.database, brand, asked.rules.tried)
            asked = replace(asked, release=found.release)
            costs = self._placed(brand, found.costs)
        except RapportError as error:
            trouble = str(error)
        except Exception as error:  # noqa: BLE001 (the page says that it failed)
            where = str(error) if isinstance(error, AsideError) else whereabouts(error)
            log.error("rules not judged", brand=brand, error=where)  # noqa: TRY400 (no data)
            trouble = FAILED
        with self._lock:
            self._answers[brand] = _Answer(asked, self._here.clock.now(), costs, trouble)
            del self._under_way[brand]
        done.set()

    def _placed(self, brand: str, costs: RuleCosts | None) -> RuleCosts | None:
        """With the file and line of each rule, as far as the folder has it."""
        if costs is None:
            return None
        release = self._here.blueprint(brand).releases[-1]
        places = all_places(self._here.folders.files, brand, release)
        rules = [
            replace(one, place=places.get((one.where, one.rule.name), "")) for one in costs.rules
        ]
        return replace(costs, rules=tuple(rules))
