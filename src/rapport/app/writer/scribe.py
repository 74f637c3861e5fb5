"""Has a model write what was ordered, and keeps what came of it."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from msgspec.structs import replace

from rapport.app.writer.drafting import Drafted, Task, drafted
from rapport.app.writer.modes import first_standing
from rapport.app.writer.order import Order, budget_used_up, subject_of, writer_day, writing_now
from rapport.app.writer.prompting import REWRITE_PROMPT, situation_in_words
from rapport.app.writer.standards import StandardsKept
from rapport.app.writer.writer_usage import (
    ESTIMATED,
    FAILED,
    MADE,
    QUESTIONS,
    STOPPED,
    TOKENS_IN,
    TOKENS_OUT,
)
from rapport.core.blueprint import Blueprint
from rapport.core.brand import Brand
from rapport.core.creative.draft import (
    BY_RULE,
    CHANGED,
    EXPIRED,
    MODEL,
    WAITING,
    Draft,
    KeptDraft,
    Standing,
    is_current,
    named,
)
from rapport.core.time import Instant
from rapport.errors import ModelError, ModelTrouble, whereabouts
from rapport.ports import (
    Clock,
    Errand,
    LanguageModel,
    ModelAnswer,
    Store,
    Transaction,
    WriterUse,
)

log = structlog.get_logger(__name__)

Current = Callable[[Transaction, str], Blueprint]
"""What is published for a brand at the very commit that is being made."""


class Scribe:
    """Asks one model. Safe to share between threads. `seconds` is for one question."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        current: Current,
        model: LanguageModel,
        seconds: float,
        standards: StandardsKept,
    ) -> None:
        self._store = store
        self._clock = clock
        self._current = current
        self._model = model
        self.seconds = seconds
        self._standards = standards

    def write(self, order: Order, still: Callable[[], bool] = lambda: True) -> str:
        """Has the words written and keeps what came of it, unless `still` says that nobody wants
        it any more; returns in a word what that was. Raises nothing that a model can cause."""
        result, made = FAILED, None
        try:
            made = self._ask(order)
            result = MADE if made.slots else STOPPED
        except ModelError as error:
            result = error.trouble
            log.warning("the model gave no words", brand=order.brand, error=str(error))
        except Exception as error:  # noqa: BLE001 (the message must not wait for it)
            log.warning("no words written", brand=order.brand, error=whereabouts(error))
        if made is not None and made.findings:
            checks = sorted({one.rule for one in made.findings})
            log.info("words stopped by the checks", brand=order.brand, checks=checks)
        if still():
            self._keep(order, result, made)
        return result

    @property
    def name(self) -> str:
        """The model's name, as it stands in drafts."""
        return self._model.name

    @property
    def model(self) -> LanguageModel:
        """What is asked."""
        return self._model

    def put(self, brand: Brand, task: Task) -> Drafted:
        """Puts one task to the model and pays for it. Raises ModelError where it gives no words."""
        return drafted(
            self._model, task, self.seconds, self.paying(brand, task.subject.framework.key)
        )

    def _ask(self, order: Order) -> Drafted:
        with self._store.transaction() as transaction:
            now = self._clock.now()
            lessons = tuple(transaction.teachings(order.brand))
            blueprint = self._current(transaction, order.brand)
        then = replace(blueprint, releases=(order.release,))
        standard = self._standards.of(then, lessons, now)[order.framework]
        subject = subject_of(order, standard, lessons, now)
        asked = situation_in_words(order.situation)
        proofreads = blueprint.releases[-1].brand.writer.proofreads
        task = Task(REWRITE_PROMPT, subject, standard, asked, order.earlier, proofreads=proofreads)
        return self.put(order.release.brand, task)

    def paying(self, brand: Brand, framework: str) -> Callable[[ModelAnswer | None], None]:
        """Counts questions before they are put and tokens after it. What it gives raises
        ModelError where the brand is retired, or its budget for the day is used up: the one that is
        published by then, since a lower one holds at once, for words of running messages' older
        release too."""

        def paid(answer: ModelAnswer | None) -> None:
            with self._store.transaction() as transaction:
                now = self._clock.now()
                release = self._current(transaction, brand.key).releases[-1]
                current = release.brand
                if answer is None and release.retired is not None:
                    why = f"'{brand.key}' is retired: nothing is written for it."
                    raise ModelError(why, ModelTrouble.RETIRED)
                if answer is None and budget_used_up(transaction, current, now):
                    why = f"The day's budget of '{brand.key}' for a model is used up."
                    raise ModelError(why, ModelTrouble.OUT_OF_BUDGET)
                tokens = answer.tokens_in + answer.tokens_out if answer else 0
                use, day = WriterUse(0 if answer else 1, tokens), writer_day(current, now)
                transaction.add_writer_use(brand.key, day, use)
                if answer is None:
                    transaction.tally_writer(brand.key, day, framework, QUESTIONS)
                    return
                for what, count in (
                    (TOKENS_IN, answer.tokens_in),
                    (TOKENS_OUT, answer.tokens_out),
                    (ESTIMATED, answer.estimated),
                ):
                    if count:
                        transaction.tally_writer(brand.key, day, framework, what, count)

        return paid

    def _keep(self, order: Order, result: str, made: Drafted | None) -> None:
        """Keeps the draft, and lets the messages go on that wait for it."""
        with self._store.transaction() as transaction:
            now = self._clock.now()
            draft = ""
            if made is not None and made.slots:
                kept = self._kept(transaction, order, made, now)
                transaction.add_drafts(order.brand, [kept])
                draft = kept.draft.id
            before = transaction.errand(order.brand, order.key)
            asked_at = before.asked_at if before else now
            done = Errand(order.key, asked_at, done_at=now, result=result, draft=draft)
            transaction.keep_errand(order.brand, done)
            day = writer_day(order.release.brand, now)
            transaction.tally_writer(order.brand, day, order.framework, result)
            transaction.hasten(order.brand, order.because, now)

    def _kept(
        self, transaction: Transaction, order: Order, made: Drafted, now: Instant
    ) -> KeptDraft:
        blueprint = self._current(transaction, order.brand)
        writing = writing_now(blueprint, order.framework)
        draft = named(
            Draft(
                id="",
                framework=order.framework,
                edition=order.edition,
                point=order.point,
                action=order.action,
                language=order.language,
                situation=order.situation.key,
                slots={key: made.slots[key] for key in order.blocks},
                author=f"{MODEL}{self._model.name}",
                prompt=made.prompt,
                made_at=now,
                deadline=now + writing.deadline,
            )
        )
        standing = first_standing(transaction, order.brand, draft, writing, now)
        if standing.state == WAITING and not is_current(draft, blueprint.releases[-1]):
            # Something was published while the model wrote, and put aside all that waited.
            standing = Standing(EXPIRED, BY_RULE, CHANGED, now)
        return KeptDraft(draft, standing)
