"""The commands of people in charge of words: `rapport review …` and `rapport people …`."""

from __future__ import annotations

from typing import Annotated

import typer

from rapport.cli.in_charge.commands import BecauseOption, ByOption, SignedOption, login
from rapport.cli.options import BrandOption, JsonOption, settings_here
from rapport.errors import UserError

review_app = typer.Typer(
    name="review",
    help="What waits for a person, and judging it; without a word, one by one with single keys.",
    invoke_without_command=True,
)
people_app = typer.Typer(
    name="people", help="Who is in charge of a brand, and in which role.", no_args_is_help=True
)

DraftArgument = Annotated[str, typer.Argument(metavar="DRAFT", help="Its id, or how it begins.")]
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The person's name.")]
RoleOption = Annotated[
    str, typer.Option("--role", help="viewer, author, reviewer or publisher.", show_default=False)
]


def register(app: typer.Typer) -> None:
    """Adds the commands to `rapport`."""
    app.add_typer(review_app)
    app.add_typer(people_app)


@review_app.callback()
def review(context: typer.Context, *, by: SignedOption = "", brand: BrandOption = "") -> None:
    """What waits for a person, and judging it; without a word, one by one with single keys."""
    word = context.invoked_subcommand
    if word is not None and (by or brand):
        # Taken here they would be lost, and the deed be on record as somebody else's.
        raise UserError(
            f"--by and --brand belong to what is done: write them after the word '{word}'.",
            at_the_terminal=f"rapport review {word} … --by NAME",
        )
    if word is None:
        from rapport.cli.words.review_loop import run_loop

        run_loop(settings_here(), brand, by or login())


@review_app.command("list")
def review_list(
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000)] = 25,
    brand: BrandOption = "",
    json_file: JsonOption = None,
) -> None:
    """What waits, the soonest deadline first."""
    from rapport.cli.words.review import run_list

    run_list(settings_here(), brand, limit, json_file)


@review_app.command("show")
def review_show(
    draft: DraftArgument, *, brand: BrandOption = "", json_file: JsonOption = None
) -> None:
    """One draft: what it is for, what differs from the approved copy, what was checked."""
    from rapport.cli.words.review import run_show

    run_show(settings_here(), brand, draft, json_file)


@review_app.command("approve")
def review_approve(draft: DraftArgument, *, by: ByOption = "", brand: BrandOption = "") -> None:
    """Lets the words go out as they are."""
    from rapport.cli.words.review import run_approve

    run_approve(settings_here(), brand, draft, by)


@review_app.command("edit")
def review_edit(
    draft: DraftArgument,
    *,
    slots: Annotated[
        list[str] | None,
        typer.Option("--slot", metavar="SLOT=WORDS", help="New words; without it, your editor."),
    ] = None,
    because: BecauseOption = "",
    by: ByOption = "",
    brand: BrandOption = "",
) -> None:
    """Puts better words in a draft's place, and approves them."""
    from rapport.cli.words.review import Judging, run_edit

    run_edit(settings_here(), Judging(brand, draft, by, because), slots or [])


@review_app.command("reject")
def review_reject(
    draft: DraftArgument,
    *,
    because: BecauseOption = "",
    ban: Annotated[
        str, typer.Option("--ban", metavar="WORDS", help="Never write these words again.")
    ] = "",
    rule: Annotated[str, typer.Option("--rule", help="A rule for the writer from now on.")] = "",
    example: Annotated[
        bool, typer.Option("--example", help="Show it to the writer as how not to.")
    ] = False,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Also what somebody approved: overturns that.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Ban without asking, whatever that takes along.")
    ] = False,
    by: ByOption = "",
    brand: BrandOption = "",
) -> None:
    """Keeps the words from ever going out, and says why."""
    from rapport.cli.words.review import Judging, Taught, run_reject

    judging = Judging(brand, draft, by, because, take_back)
    run_reject(settings_here(), judging, Taught(ban, rule, example, yes))


@review_app.command("bulk")
def review_bulk(
    draft: DraftArgument,
    *,
    approve: Annotated[bool, typer.Option("--approve", help="Approve them all.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="Reject them all.")] = False,
    because: BecauseOption = "",
    by: ByOption = "",
    brand: BrandOption = "",
) -> None:
    """A draft and those that say much the same: shows them, or judges them together."""
    from rapport.cli.words.review import Judging, run_bulk

    judging = Judging(brand, draft, by, because)
    run_bulk(settings_here(), judging, approve=approve, reject=reject)


@review_app.command("taught")
def review_taught(
    *,
    take_back: Annotated[
        int | None, typer.Option("--take-back", metavar="NUMBER", help="Takes a lesson back.")
    ] = None,
    by: ByOption = "",
    brand: BrandOption = "",
) -> None:
    """What reviewers taught the writer."""
    from rapport.cli.words.review import run_taught

    run_taught(settings_here(), brand, take_back, by)


@people_app.command("list")
def people_list(*, brand: BrandOption = "") -> None:
    """Everybody in charge."""
    from rapport.cli.in_charge.people import run_list

    run_list(settings_here(), brand)


@people_app.command("add")
def people_add(
    name: NameArgument,
    *,
    role: RoleOption,
    same_as: Annotated[
        str,
        typer.Option(
            "--same-as", metavar="BRAND", help="They are in charge of this brand, too: one token."
        ),
    ] = "",
    by: ByOption = "",
    brand: BrandOption = "",
) -> None:
    """Adds somebody, and prints the token that they sign in with, once."""
    from rapport.cli.in_charge.people import ToAdd, run_add

    run_add(settings_here(), brand, ToAdd(name, role, same_as), by)


@people_app.command("change")
def people_change(
    name: NameArgument, *, role: RoleOption, by: ByOption = "", brand: BrandOption = ""
) -> None:
    """Gives somebody another role."""
    from rapport.cli.in_charge.people import run_change

    run_change(settings_here(), brand, name, role, by)


@people_app.command("renew")
def people_renew(name: NameArgument, *, by: ByOption = "", brand: BrandOption = "") -> None:
    """Gives somebody a new token; the old one ends, and what was signed in with it."""
    from rapport.cli.in_charge.people import run_renew

    run_renew(settings_here(), brand, name, by)


@people_app.command("remove")
def people_remove(name: NameArgument, *, by: ByOption = "", brand: BrandOption = "") -> None:
    """Takes somebody out of charge. What they did stays on record."""
    from rapport.cli.in_charge.people import run_remove

    run_remove(settings_here(), brand, name, by)
