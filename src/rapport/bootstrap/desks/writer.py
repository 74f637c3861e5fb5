"""The writer for people: is it there, what does it write, have it write ahead, write with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from rapport.app.frameworks.adopting import Adopted, ToAdopt
from rapport.app.frameworks.proposing import (
    Brief,
    Proposed,
    Proposing,
)
from rapport.app.in_charge.people import acting
from rapport.app.writer.drafting import Task
from rapport.app.writer.order import writer_day
from rapport.app.writer.scribe import Scribe
from rapport.app.writer.trying import SITUATIONS, Bench, Trial, Wish, trial
from rapport.app.writer.write_ahead import orders_ahead
from rapport.app.writer.writer_usage import WriterDay, writer_usage
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.installation import Installation
from rapport.core.deciding.situation import of_key
from rapport.errors import UserError


class WritersDesk:
    """The writer of one brand. Raises UserError where no model is set, or no such brand."""

    def __init__(self, installation: Installation, brand: str) -> None:
        self._here = installation
        self.brand = installation.only_brand(brand)

    @property
    def scribe(self) -> Scribe:
        if self._here.scribe is None:
            raise UserError(
                "No model is set, so approved copy goes out. Set RAPPORT_MODEL and "
                "RAPPORT_MODEL_URL, for example to openai:llama3.2 and "
                "http://127.0.0.1:11434/v1. More in docs/writer.md."
            )
        return self._here.scribe

    def check(self, framework: str = "") -> Trial:
        """One rewrite, which is shown and not kept."""
        return self.try_out(Wish(framework))

    def try_out(self, wish: Wish, situation: str = "", *, proofreads: bool = False) -> Trial:
        """One message, which is shown and not kept; proofread also where the brand does not. Raises
        ModelError where the day's budget is used up or the brand is retired, UserError where there
        is no such message or situation."""
        theirs = of_key(situation or SITUATIONS[0])
        if situation and theirs.key != situation:
            raise UserError(f"There is no situation '{situation}'. One is {SITUATIONS[0]}.")
        return self._tried(self._bench(proofreads=proofreads).one(wish, theirs))

    def try_many(self, framework: str, times: int, *, proofreads: bool = False) -> Iterator[Trial]:
        """Messages spread over everything, one after the other. Raises ModelError where no more is
        asked: the budget is used up, or the brand is retired."""
        for task in self._bench(proofreads=proofreads).spread(times, framework):
            yield self._tried(task)

    def _bench(self, *, proofreads: bool) -> Bench:
        lessons = tuple(self._here.records.teachings(self.brand))
        blueprint, now = self._here.blueprint(self.brand), self._here.clock.now()
        return Bench(blueprint, lessons, now, proofreads=proofreads)

    def _tried(self, task: Task) -> Trial:
        scribe, subject = self.scribe, task.subject
        paid = scribe.paying(subject.release.brand, subject.framework.key)
        return trial(scribe.model, task, scribe.seconds, paid, perf_counter)

    def ahead(self) -> Counter[str]:
        """Has words written for planned messages; how many errands came to what, in a word."""
        here, scribe = self._here, self.scribe
        with here.store.transaction() as transaction:
            blueprint = here.publications.within(transaction, self.brand)
            orders = orders_ahead(transaction, blueprint, here.words, here.clock.now())
        return Counter(str(scribe.write(order)) for order in orders)

    def usage(self, days: int = 1) -> list[WriterDay]:
        """What a model was used for, day by day, today first. Needs no model."""
        here = self._here
        brand = here.blueprint(self.brand).releases[-1].brand
        today = writer_day(brand, here.clock.now())
        return [writer_usage(here.records, brand, today - ago) for ago in range(days)]

    def propose(self, brief: Brief, who: str) -> Proposed:
        """`who` asks: their name, as one of the people in charge."""
        here = self._here
        actor = acting(here.records, self.brand, who)
        desk = Proposing(here.store, here.clock, self.scribe, here.host.anchor_soon)
        return desk.propose(here.blueprint(self.brand), brief, actor)

    # --- What people approved becomes the folder's ---

    def folder(self, named: Path | None) -> Path:
        """The brand's folder: the one that is named, or the one in the home folder."""
        if named is not None:
            return named
        for folder in self._here.folders.every():
            if folder.name == self.brand:
                return folder
        raise UserError(f"Say with --folder where the folder of '{self.brand}' is.")

    def adopt(self, folder: Path, by: str) -> tuple[list[ToAdopt], Adopted]:
        """Takes all approved proposals into the folder; which, and the files that changed."""
        return FrameworkDesk(self._here).adopt_into(self.brand, folder, by)
