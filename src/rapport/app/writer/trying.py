"""A model put to the test: what it is asked for a message, what it answers, what each check says.

Nothing that comes of it is kept, and nobody's situation is looked at: the reader is made up. It is
paid for like any other question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import cycle, islice, zip_longest
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.writer import proofreading
from rapport.app.writer.drafting import Paid, Task, drafted, proof_of, stands_against, words_for
from rapport.app.writer.laid_down import NO_VOICE, Words, laid_down
from rapport.app.writer.prompting import REWRITE_PROMPT, prompt, situation_in_words
from rapport.app.writer.standards import StandardsKept
from rapport.core.blueprint import Blueprint
from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.standard import Standard
from rapport.core.copy_checks.teaching import Teaching
from rapport.core.creative.coverage import missing_slots, moments_at, points_of
from rapport.core.creative.framework import Action, Framework, choose_blocks, combinations
from rapport.core.creative.message import Finding
from rapport.core.deciding.situation import Situation, of_key
from rapport.core.time import Instant
from rapport.errors import ModelError, UserError
from rapport.ports import LanguageModel, ModelAnswer, ModelRequest

CHECKS = tuple(
    sorted(
        {
            *f.ADVICE, f.PLACEHOLDER, f.MISSING_FACT, f.SLOT, f.LENGTH, f.REPETITION,
            f.READING_LEVEL, f.AVOIDED, f.REQUIRED,
        }
    )
)  # fmt: skip
"""The checks by name."""

SITUATIONS = (
    "once.returned.one.calm",
    "new.first.one.calm",
    "regular.compared.several.calm",
    "new.returned.several.careful",
)
"""Of readers who are made up; the first is the usual one."""

FIRST, SECOND, STOPPED = "first", "second", "stopped"
"""What came of a message: it passed at one of the tries, or the checks stopped it. Where the model
gave no words it is a `ModelTrouble`."""

Item = TypeVar("Item")


class Wish(Struct, frozen=True):
    """Which message to try. What is left empty is the framework's first."""

    framework: str = ""
    tone: str = ""
    angle: str = ""
    offer: str = ""
    point: str = ""


class Said(Struct, frozen=True):
    """One question, and what came of it. With `proofreads` it was the words of the one before, put
    to the model to be objected to.

    `answer` is what the model said, word for word; `slots` is what could be read out of it.
    `trouble` is why it was of no use, empty where it was words. `seconds` is how long it took, with
    every further try that a busy server made necessary; tokens are 0 where the server counts none.
    """

    system: str
    user: str
    seconds: float
    answer: str = ""
    slots: Mapping[str, str] = {}
    findings: tuple[Finding, ...] = ()
    trouble: str = ""
    why: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    proofreads: bool = False


class Trial(Struct, frozen=True):
    """One message that a model was asked for: at the first question, and the second if there was
    one. `approved` are the words that would go otherwise. `why` says why there are no words, where
    that is not for the checks: such as a budget that was used up before they were read."""

    model: str
    prompt: str
    framework: str
    point: str
    action: Action
    language: str
    situation: tuple[str, ...]
    approved: Mapping[str, str]
    questions: tuple[Said, ...]
    result: str
    why: str = ""

    @property
    def passed(self) -> bool:
        return self.result in (FIRST, SECOND)

    @property
    def last(self) -> Said:
        return self.questions[-1]


class Tally(Struct, frozen=True):
    """What came of several messages. `as_json` counts first answers that were the object that was
    asked for; `stopped_by` the checks that spoke, for each message once, at its last answer."""

    messages: int
    as_json: int
    first: int
    second: int
    stopped_by: tuple[tuple[str, int], ...]
    trouble: tuple[tuple[str, int], ...]
    questions: int
    tokens_in: int
    tokens_out: int
    seconds: float


class Listening:
    """Hears what is asked of a model and what it answers. `ticks` are seconds that only grow."""

    def __init__(self, model: LanguageModel, task: Task, ticks: Callable[[], float]) -> None:
        self.name = model.name
        self.heard: list[Said] = []
        self._model = model
        self._task = task
        self._ticks = ticks

    def ask(self, request: ModelRequest) -> ModelAnswer:
        """See `rapport.ports.LanguageModel`."""
        began = self._ticks()
        proofreads = request.name == proofreading.OBJECTIONS
        said = Said(request.system, request.user, 0.0, proofreads=proofreads)
        try:
            answer = self._model.ask(request)
        except ModelError as error:
            self._hear(_of_no_use(said, error), began)
            raise
        said = replace(
            said, answer=answer.text, tokens_in=answer.tokens_in, tokens_out=answer.tokens_out
        )
        try:
            said = self._understood(said, answer)
        except ModelError as error:
            said = _of_no_use(said, error)
        self._hear(said, began)
        return answer

    def _understood(self, said: Said, answer: ModelAnswer) -> Said:
        """What was said, with the words it is about and what stands against them."""
        if said.proofreads:
            slots = self.heard[-1].slots
            found = proofreading.objections(proof_of(self._task, slots), answer)
        else:
            slots = words_for(self._task, answer)
            found = stands_against(self._task, slots)
        return replace(said, slots=slots, findings=found)

    def _hear(self, said: Said, began: float) -> None:
        self.heard.append(replace(said, seconds=self._ticks() - began))


def _of_no_use(said: Said, error: ModelError) -> Said:
    return replace(
        said,
        trouble=str(error.trouble),
        why=str(error),
        answer=error.said,
        tokens_in=error.tokens_in or said.tokens_in,
        tokens_out=error.tokens_out or said.tokens_out,
    )


def trial(
    model: LanguageModel, task: Task, seconds: float, paid: Paid, ticks: Callable[[], float]
) -> Trial:
    """Has one message written as it would be for a person. Raises ModelError where the model was
    not asked at all, since the budget is used up or the brand is retired."""
    listening, why = Listening(model, task, ticks), ""
    try:
        made = drafted(listening, task, seconds, paid)
    except ModelError as error:
        if not listening.heard:
            raise
        result, why = str(error.trouble), str(error)
    else:
        result = (FIRST, SECOND)[made.tries - 1] if made.slots else STOPPED
    subject = task.subject
    return Trial(
        model=model.name,
        prompt=prompt(task.name).version,
        framework=subject.framework.key,
        point=subject.point,
        action=subject.action,
        language=subject.language,
        situation=tuple(line.removeprefix("- ") for line in task.asked.splitlines()),
        approved={key: block.text for key, block in subject.blocks.items()},
        questions=tuple(listening.heard),
        result=result,
        why=why,
    )


def tally(trials: Sequence[Trial]) -> Tally:
    """What came of them, in figures."""
    said = [one for tried in trials for one in tried.questions]
    stopped: Counter[str] = Counter()
    for tried in trials:
        if tried.result == STOPPED:
            stopped.update({finding.rule for finding in tried.last.findings})
    troubles = Counter(one.result for one in trials if one.result not in (FIRST, SECOND, STOPPED))
    return Tally(
        messages=len(trials),
        as_json=sum(not tried.questions[0].trouble for tried in trials),
        first=sum(tried.result == FIRST for tried in trials),
        second=sum(tried.result == SECOND for tried in trials),
        stopped_by=tuple(stopped.most_common()),
        trouble=tuple(troubles.most_common()),
        questions=len(said),
        tokens_in=sum(one.tokens_in for one in said),
        tokens_out=sum(one.tokens_out for one in said),
        seconds=sum(one.seconds for one in said),
    )


# --- Which messages ---


class Bench:
    """What may be tried with a brand as it is published at `now`."""

    def __init__(
        self,
        blueprint: Blueprint,
        lessons: Sequence[Teaching],
        now: Instant,
        *,
        proofreads: bool = False,
    ) -> None:
        """`proofreads` has words proofread also where the brand does not."""
        self._release = blueprint.releases[-1]
        self._proofreads = proofreads or self._release.brand.writer.proofreads
        self._lessons = tuple(lessons)
        self._now = now
        self._standards = StandardsKept().of(blueprint, lessons, now)

    def one(self, wish: Wish, situation: Situation) -> Task:
        """The task for one message. Raises UserError, which says what there is."""
        framework = self._framework(wish.framework)
        point = wish.point or next(iter(self._points(framework)), "")
        for chosen, what, known in (
            (wish.tone, "tone", tuple(level.key for level in framework.tones)),
            (wish.angle, "angle", tuple(level.key for level in framework.angles)),
            (wish.offer, "offer", framework.offers),
            (wish.point, "point", self._points(framework)),
        ):
            if chosen and chosen not in known:
                raise UserError(
                    f"'{framework.key}' has no {what} '{chosen}'. It has: {', '.join(known)}."
                )
        for action in self._actions(framework, point):
            wanted = (
                (wish.tone, action.tone),
                (wish.angle, action.angle),
                (wish.offer, action.offer),
            )
            if all(not asked or asked == has for asked, has in wanted):
                return self._task(framework, point, action, situation)
        raise UserError(
            f"Nothing is approved for just that in '{framework.key}', or a rule forbids it: "
            "rapport coverage says what there is."
        )

    def spread(self, count: int, framework: str = "") -> list[Task]:
        """Tasks spread evenly over frameworks, points, tones, angles and offers, the same at each
        call: a fair sample rather than the first ones of a list."""
        frameworks = [self._framework(framework)] if framework else list(self._release.frameworks)
        of_each = [list(self._of(one)) for one in frameworks]
        everything = list(_in_turn(of_each))
        if not everything:
            raise UserError("No framework has approved words for a whole message yet.")
        readers = cycle(map(of_key, SITUATIONS))
        chosen = islice(cycle(everything), count)
        return [self._task(*which, reader) for which, reader in zip(chosen, readers, strict=False)]

    def _of(self, framework: Framework) -> Iterator[tuple[Framework, str, Action]]:
        """A framework's messages, such that any few in a row differ in as much as possible."""
        points = self._points(framework) or ("",)
        by_tone: dict[str, list[tuple[Framework, str, Action]]] = {}
        for number, point in enumerate(points):
            for action in self._actions(framework, point):
                by_tone.setdefault(f"{action.tone} {number}", []).append((framework, point, action))
        for place, those in enumerate(by_tone.values()):
            # Each begins elsewhere, so that angles and offers take turns as well.
            turn = place * 5 % len(those)
            those[:] = [*those[turn:], *those[:turn]]
        yield from _in_turn(list(by_tone.values()))

    def _framework(self, key: str) -> Framework:
        release = self._release
        found = release.framework(key) if key else release.frameworks[0]
        if found is None:
            known = ", ".join(one.key for one in release.frameworks)
            raise UserError(f"There is no framework '{key}'. There is: {known}.")
        return found

    def _points(self, framework: Framework) -> tuple[str, ...]:
        return points_of(self._release.flows, framework.key)

    def _actions(self, framework: Framework, point: str) -> Iterator[Action]:
        """One for each offer, tone and angle for which there are words."""
        seen = set()
        language = self._release.brand.language
        moments = moments_at(self._release.flows, framework.key).get(point, ())
        for action in combinations(framework, self._release.rules, moments):
            content = (action.offer, action.tone, action.angle)
            chosen = choose_blocks(framework, point, action, language)
            if content not in seen and not missing_slots(framework, chosen):
                seen.add(content)
                yield action

    def _task(self, framework: Framework, point: str, action: Action, situation: Situation) -> Task:
        release, standard = self._release, self._standard(framework)
        language = release.brand.language
        blocks = choose_blocks(framework, point, action, language)
        words = Words(framework, point, action, language, blocks)
        subject = laid_down(release, words, standard, self._lessons, self._now)
        asked = situation_in_words(situation)
        return Task(REWRITE_PROMPT, subject, standard, asked, proofreads=self._proofreads)

    def _standard(self, framework: Framework) -> Standard:
        found = self._standards.get(framework.key)
        if found is None:
            raise UserError(NO_VOICE)
        return found


def _in_turn(lists: Sequence[Sequence[Item]]) -> Iterator[Item]:
    """One of each in turn, until all are used up."""
    nothing = object()
    for row in zip_longest(*lists, fillvalue=nothing):
        yield from (one for one in row if one is not nothing)  # type: ignore[misc]
