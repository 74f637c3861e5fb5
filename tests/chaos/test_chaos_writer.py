"""`kill -9` while a model writes: no message is lost, sent twice, or late by more than its wait."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chaos_people import People, everybody_leaves, let_an_hour_pass, statuses, waiting
from chaos_world import BRAND, Server, copy_home, mails, planned, replays, rows, until
from killable_server import WORST_MOMENTS

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.creative.draft import (
    PERSON,
    USABLE,
    Draft,
    KeptDraft,
    Standing,
    edition_now,
    named,
)
from rapport.core.creative.framework import combinations
from rapport.core.time import MINUTE
from rapport.settings import Settings
from rapport.testing.model_server import Body, ModelServer, Turn
from rapport.testing.shop import START

Serve = Callable[..., Server]

WORDS = {
    "subject": "Ask away, the kettle is on",
    "preheader": "Your basket waits here, and so does a person with answers.",
    "headline": "A question is always welcome",
    "body": "If you would like to know how something feels in the hand, write back. A person in "
    "the workshop will look and tell you.\n\nYour basket stays as it is meanwhile.",
    "cta": "Open your basket",
    "signoff": "Until then, from the workshop",
}


def reply(body: Body) -> str:
    """Words for the parts that were asked for, with the placeholders that the offer needs."""
    schema = body["response_format"]["json_schema"]["schema"]
    needed = re.findall(r"\{\{ offer\.\w+ \}\}", body["messages"][1]["content"])
    line = " and ".join(dict.fromkeys(needed))
    return json.dumps({key: WORDS.get(key, f"Here is {line}.") for key in schema["required"]})


@pytest.fixture(scope="module")
def writing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose checkout framework lets a model write freely: people have seen words for all
    that it can say, though for nobody's situation."""
    home = tmp_path_factory.mktemp("writing") / "home"
    installation = Installation(Settings(home=home), TurnedClock(START))
    folder = installation.copy_example()
    with (folder / "creative/checkout.yaml").open("a", encoding="utf-8") as file:
        file.write("\nwriter: {mode: free}\n")
    release = installation.publish(folder, since=0, triggers=("checkout_started",))
    framework = release.framework("checkout")
    assert framework is not None
    with installation.store.transaction() as transaction:
        for action in combinations(framework):
            for point in ("first", "second", "last"):
                edition = edition_now(release, "checkout", point=point, action=action, lang="en")
                draft = named(
                    Draft("", "checkout", edition, point, action, "en", "nobody", WORDS,
                          f"{PERSON}Nell", "", START, START)
                )  # fmt: skip
                transaction.add_drafts(BRAND, [KeptDraft(draft, Standing(USABLE, "Nell"))])
    installation.close()
    return home


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer(Turn(hang=True)) as server:
        yield server


def settings(model: ModelServer) -> dict[str, str]:
    return {
        "model": "openai:kiln",
        "model_url": f"{model.url}/v1",
        "model_timeout_seconds": "20",
        "model_wait_seconds": "20",
    }


def for_words(home: Path) -> int:
    """How many messages wait for their words."""
    return sum("waiting for its words" in row[4] for row in waiting(home))


def everything_went_once(home: Path) -> None:
    became = statuses(home)
    sent = {key for key, status in became.items() if status == "sent"}
    assert len(sent) > 10
    assert len(mails(home)) == len(sent), "a file for each, and none twice"
    assert for_words(home) == 0
    assert set(became) | {row[0] for row in waiting(home)} == planned(home)
    assert replays(home)


@pytest.mark.slow
def test_a_server_killed_again_and_again_while_the_model_writes_sends_the_approved_copy_in_time(
    writing: Path, tmp_path: Path, serve: Serve, people: People, model: ModelServer
) -> None:
    home = copy_home(writing, tmp_path / "home")
    server = serve(home, more=settings(model))
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    assert until(lambda: len(model.asked) > 0)
    for _ in range(4):
        assert until(lambda: for_words(home) > 0)
        server.process.kill()
        server.bury()
        server.start()
    assert for_words(home) > 0
    server.turn(now + MINUTE)
    server.wait_until_quiet()
    everything_went_once(home)
    assert not any(b"kettle is on" in mail for mail in mails(home).values())


@pytest.mark.slow
@pytest.mark.parametrize("moment", WORST_MOMENTS)
def test_a_kill_at_the_worst_moment_of_writing_changes_nothing(
    writing: Path, tmp_path: Path, serve: Serve, people: People, model: ModelServer, moment: str
) -> None:
    model.say(Turn(reply))
    home = copy_home(writing, tmp_path / "home")
    server = serve(home, more=settings(model))
    server.start()
    everybody_leaves(server, people)
    server.process.kill()
    server.bury()
    server.dies_at, server.dies_after = moment, 6
    server.start()
    now = let_an_hour_pass(server)
    assert until(lambda: server.starts == 3 or server.killed())
    server.turn(now)
    # What the dead process had asked for is lost with it: no words come while the clock stands.
    server.wait_until_quiet()
    server.turn(now + MINUTE)
    server.wait_until_quiet()
    assert server.starts == 3
    everything_went_once(home)


@pytest.mark.slow
def test_words_that_were_kept_before_a_kill_go_out_after_it(
    writing: Path, tmp_path: Path, serve: Serve, people: People, model: ModelServer
) -> None:
    model.say(*[Turn(reply)] * 3, Turn(hang=True))
    home = copy_home(writing, tmp_path / "home")
    server = serve(home, more=settings(model))
    server.start()
    everybody_leaves(server, people)
    now = let_an_hour_pass(server)
    assert until(lambda: bool(rows(home, "SELECT 1 FROM errands WHERE result = 'made'")))
    server.process.kill()
    server.bury()
    server.start()
    server.turn(now + MINUTE)
    server.wait_until_quiet()
    everything_went_once(home)
    assert any(b"kettle is on" in mail for mail in mails(home).values())
