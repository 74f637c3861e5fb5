"""`rapport writer check` and `rapport writer try`: a model put to the test, for people."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from rapport.app.wording.counts import so_many
from rapport.app.writer.trying import CHECKS, STOPPED, Said, Trial, Wish, tally
from rapport.cli.files import write_json
from rapport.cli.output import advice_of, bar, terminal
from rapport.cli.words.writing import print_words, the_desk
from rapport.core.copy_checks.findings import PROOFREADING
from rapport.errors import ModelError, ModelTrouble
from rapport.settings import Settings

PASSED = {"first": "at the first try", "second": "at the second try"}


def run_check(settings: Settings, brand: str, framework: str, json_file: Path | None) -> int:
    """Prints one rewrite; 1 where the checks stopped it or the model gave none."""
    console = terminal()
    with the_desk(settings, brand) as desk:
        console.print(Text(f"Asking {desk.scribe.name} at {settings.model_url}", "dim"))
        tried = desk.check(framework)
    write_json(json_file, {"passed": tried.passed, "sample": tried})
    first = tried.questions[0]
    if first.trouble and not first.answer:
        raise ModelError(first.why, ModelTrouble(first.trouble))
    console.print(f"It answers. A rewrite for '{tried.framework}', for somebody made up:")
    for words in tried.situation:
        console.print(Text(f"  {words}", "dim"))
    print_words(console, tried.last.slots, tried.approved)
    _print_result(console, tried)
    console.print(Text(_took(tried.questions), "dim"))
    console.print(Text("The questions, word for word: rapport writer try", "dim"))
    return 0 if tried.passed else 1


def run_one(
    settings: Settings,
    brand: str,
    wish: Wish,
    situation: str,
    json_file: Path | None,
    *,
    proofreads: bool = False,
) -> int:
    """Prints everything about one message; 1 where the approved copy would go."""
    console = terminal()
    with the_desk(settings, brand) as desk:
        console.print(Text(f"Asking {desk.scribe.name} at {settings.model_url}", "dim"))
        tried = desk.try_out(wish, situation, proofreads=proofreads)
    what = f"'{tried.framework}'" + (f", point '{tried.point}'" if tried.point else "")
    action = tried.action
    console.print(
        Text(f"{what}: tone {action.tone}, angle {action.angle}, offer {action.offer}. "
             f"Prompt {tried.prompt}.")
    )  # fmt: skip
    before: Said | None = None
    number = 0
    for said in tried.questions:
        if said.proofreads:
            _print_proofreading(console, said)
            continue
        number += 1
        _print_question(console, number, said, before)
        _print_answer(console, said)
        before = before or said
    console.print(Rule(style="dim"))
    _print_result(console, tried)
    console.print(Text(_took(tried.questions), "dim"))
    write_json(json_file, {"passed": tried.passed, "trial": tried})
    return 0 if tried.passed else 1


def run_many(
    settings: Settings,
    brand: str,
    framework: str,
    times: int,
    json_file: Path | None,
    *,
    proofreads: bool = False,
) -> int:
    """Prints what came of many messages in figures, and the words that passed; 1 where none did.

    The file is written after each message, and Ctrl-C ends it with what there is by then: a small
    model on a small computer takes its time.
    """
    console, tried, ended = terminal(), list[Trial](), ""
    with the_desk(settings, brand) as desk, bar(console) as progress:
        console.print(Text(f"Asking {desk.scribe.name} at {settings.model_url}", "dim"))
        at = progress.add_task("messages", total=times)
        try:
            for one in desk.try_many(framework, times, proofreads=proofreads):
                tried.append(one)
                progress.update(at, advance=1)
                write_json(json_file, {"tally": tally(tried), "trials": tried})
        except KeyboardInterrupt:
            ended = "you ended it."
        except ModelError as error:
            budget = error.trouble is ModelTrouble.OUT_OF_BUDGET
            ended = f"{error}{' It is set under writer in brand.yaml.' if budget else ''}"
    for one in tried:
        if one.passed:
            heading = f"{one.framework}, {one.action.tone}, {one.action.angle}"
            console.print(Rule(Text(f"passed {PASSED[one.result]}: {heading}"), align="left"))
            print_words(console, one.last.slots, {})
            console.print()
    _print_tally(console, tried)
    if len(tried) < times:
        console.print(Text(f"It ended after {len(tried)} of {times}: {ended}"))
    write_json(json_file, {"tally": tally(tried), "trials": tried})
    return 0 if any(one.passed for one in tried) else 1


def _print_question(console: Console, number: int, said: Said, before: Said | None) -> None:
    if before is None:
        _heading(console, "What it is told about the brand, and the rules")
        console.print(Text(said.system))
        _heading(console, "What it is asked")
        console.print(Text(said.user))
        return
    _heading(console, f"What it is asked, time {number}: the same, and after it")
    console.print(Text(said.user.removeprefix(before.user).strip()))


def _print_proofreading(console: Console, said: Said) -> None:
    _heading(console, "What it is told as it reads these words once more")
    console.print(Text(said.system))
    _heading(console, "What it reads")
    console.print(Text(said.user))
    if not _print_said(console, said):
        return
    _heading(console, "What it objects to")
    if not said.findings:
        console.print("Nothing.")
    for one in said.findings:
        console.print(Text(f"{one.where}: '{one.found}'. {advice_of(one)}"))


def _print_said(console: Console, said: Said) -> bool:
    """What it answered, word for word; whether that was of use."""
    _heading(console, f"What it answered: {_took((said,))}")
    console.print(Text(said.answer or "(nothing)"))
    if said.trouble:
        console.print(Text(said.why, "bold"))
    return not said.trouble


def _print_answer(console: Console, said: Said) -> None:
    if not _print_said(console, said):
        return
    _heading(console, "What the checks say")
    stopped = {one.rule for one in said.findings}
    for one in said.findings:
        line = Text(f"{one.rule}: ", "bold")
        console.print(line.append(f"{one.where}: '{one.found}'. {advice_of(one)}", "not bold"))
    fine = [name for name in CHECKS if name not in {*stopped, PROOFREADING}]
    console.print(Text(f"nothing against it: {', '.join(fine)}", "dim"))


def _print_result(console: Console, tried: Trial) -> None:
    console.print()
    if tried.passed:
        console.print(f"It passes every check, {PASSED[tried.result]}.")
    elif tried.result == STOPPED:
        console.print("The checks stop it, so it would not be used; the approved copy would go:")
        for one in tried.last.findings:
            console.print(Text(f"  {one.where}: '{one.found}' ({one.rule}). {advice_of(one)}"))
    else:
        console.print(Text(tried.why))
        console.print("The approved copy would go.")


def _print_tally(console: Console, tried: list[Trial]) -> None:
    found = tally(tried)
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    table.add_column()
    rows = [
        (found.messages, "messages asked for"),
        (found.as_json, "first answers were the JSON object that was asked for"),
        (found.first, "passed every check at the first try"),
        (found.second, "passed at the second try"),
        (sum(one.result == STOPPED for one in tried), "were stopped by the checks, twice"),
    ]
    rows += [(count, f"came to nothing: {_named(what)}") for what, count in found.trouble]
    for count, what in rows:
        table.add_row(f"{count:,}", what)
    console.print(table)
    if found.stopped_by:
        named = ", ".join(f"{check} {count}" for check, count in found.stopped_by)
        console.print(Text(f"What stopped the last answers: {named}"))
    console.print(
        Text(
            f"{so_many(found.questions, 'question')} took {found.seconds:,.0f} seconds, "
            f"{found.tokens_in:,} tokens in and {found.tokens_out:,} out."
        )
    )


def _named(trouble: str) -> str:
    return {
        "temporary": "no answer in time, or none at all",
        "too long": "cut off, since it did not come to an end",
        "unusable": "no JSON object of words",
        "refused": "the model would not write it",
        "setting": "a setting is wrong",
    }.get(trouble, trouble)


def _heading(console: Console, words: str) -> None:
    console.print()
    console.print(Rule(Text(words, "bold"), align="left", style="dim"))


def _took(questions: tuple[Said, ...]) -> str:
    seconds = sum(one.seconds for one in questions)
    ins, outs = sum(one.tokens_in for one in questions), sum(one.tokens_out for one in questions)
    counted = f"{ins:,} tokens in, {outs:,} out" if ins or outs else "tokens were not counted"
    asked = f"{len(questions)} questions, " if len(questions) > 1 else ""
    return f"{asked}{seconds:,.1f} seconds, {counted}"
