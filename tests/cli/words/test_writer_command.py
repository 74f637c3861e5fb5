"""`rapport writer`, `rapport propose` and `rapport adopt`, with a model's server on loopback."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Command

from rapport.adapters.brand_folder import read_brand_folder
from rapport.app.messages.matter import example
from rapport.app.messages.write import Writer, WriteRequest
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.installation import Installation
from rapport.core.creative.draft import USABLE, WAITING, Standing
from rapport.core.creative.framework import Action
from rapport.core.effects import Send
from rapport.core.events import Contact
from rapport.settings import Settings
from rapport.testing.model_server import Body, ModelServer, Turn

BRAND = "alder-and-clay"
GIFT = {
    "subject": "For somebody else’s table",
    "preheader": "Your basket is saved. We are glad to help you choose for somebody.",
    "headline": "A pot makes a kind present",
    "body": "Choosing for somebody else is the harder part. Tell us how they eat and drink, and a "
    "person here will say what suits.\n\nYour basket is saved meanwhile.",
    "cta": "Go to your basket",
    "signoff": "With clay on our hands",
}


def reply(body: Body) -> str:
    schema = body["response_format"]["json_schema"]["schema"]
    return json.dumps({key: GIFT.get(key, "Have a look.") for key in schema["required"]})


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(Turn(reply)) as server:
        yield server


@pytest.fixture
def home(
    here: Path, rapport: Command, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setenv("RAPPORT_HOME", "home")
    assert rapport("init", "--publish").code == 0
    monkeypatch.setenv("RAPPORT_MODEL", "openai:kiln")
    monkeypatch.setenv("RAPPORT_MODEL_URL", f"{server.url}/v1")
    return here / "home"


def approve(home: Path) -> None:
    """A person approves whatever waits."""
    here = Installation(Settings(home=home), WallClock())
    with here.store.transaction() as transaction:
        for kept in list(transaction.live_drafts(BRAND)):
            seen = Standing(USABLE, "Nell", "", here.clock.now())
            assert transaction.judge_draft(BRAND, kept.draft.id, WAITING, seen)
    here.close()


def test_without_a_model_it_says_how_to_set_one(
    home: Path, rapport: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RAPPORT_MODEL")
    monkeypatch.delenv("RAPPORT_MODEL_URL")
    ran = rapport("writer", "check")
    assert ran.code == 2
    assert "RAPPORT_MODEL" in ran.err


def test_a_check_shows_a_rewrite_and_that_it_passes(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    ran = rapport("writer", "check", "--framework", "checkout", "--json", "found.json")
    assert ran.code == 0, ran
    assert "It answers." in ran.out
    assert GIFT["subject"] in ran.out
    assert "approved: " in ran.out
    assert "It passes every check, at the first try." in ran.out
    assert json.loads(Path("found.json").read_bytes())["passed"] is True


def test_a_check_says_what_stops_a_rewrite(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    server.say(Turn(lambda body: reply(body).replace("Go to your basket", "Hurry! Just £9")))
    ran = rapport("writer", "check", "--framework", "checkout")
    assert ran.code == 1
    assert "The checks stop it" in ran.out
    assert "cta: " in ran.out


def test_a_model_that_does_not_answer_is_said_in_a_line(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    server.say(Turn(status=401, raw=b"{}"))
    ran = rapport("writer", "check")
    assert ran.code == 1
    assert "RAPPORT_MODEL_KEY" in ran.err


def test_trying_shows_the_question_the_answer_the_verdicts_and_what_it_took(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    ran = rapport("writer", "try", "--framework", "checkout", "--tone", "warm", "--json", "t.json")
    assert ran.code == 0, ran
    for shown in (
        "'checkout', point 'first': tone warm, angle help, offer none. Prompt rewrite-",
        "You are the copywriter of Alder & Clay.",
        "Checkout left behind",
        '"subject": "For somebody',
        "700 tokens in, 80 out",
        "nothing against it: avoided word, claim, currency",
        "It passes every check, at the first try.",
    ):
        assert shown in ran.out.replace("\n", " "), shown
    assert json.loads(Path("t.json").read_bytes())["trial"]["questions"][0]["tokens_in"] == 700


def test_trying_shows_an_answer_that_is_of_no_use(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    server.say(Turn('{"subject": "on and on and on', stop="length"))
    ran = rapport("writer", "try", "--framework", "checkout")
    assert ran.code == 1
    assert '{"subject": "on and on and on' in ran.out
    assert "The approved copy would go." in ran.out


def test_trying_shows_what_was_read_and_counts_the_times_it_was_written(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    minded = {"objections": [{"part": "cta", "rule": "guilt", "words": "Go"}]}

    def said(body: Body) -> str:
        reads = body["response_format"]["json_schema"]["name"] == "objections"
        return json.dumps(minded) if reads else reply(body)

    server.say(Turn(said))
    ran = rapport("writer", "try", "--framework", "checkout", "--tone", "warm", "--proofread")
    assert ran.code == 1
    assert len(server.asked) == 4
    assert "What it is asked, time 2: the same" in ran.out
    assert "time 3" not in ran.out
    assert "cta: 'Go'. guilt (" in ran.out


def test_words_that_the_budget_leaves_unread_are_told_with_the_reason(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    brand = next(home.glob("brands/*/brand.yaml"))
    brand.write_text(brand.read_text("utf-8") + "\nwriter: {questions_a_day: 1}\n", "utf-8")
    assert rapport("publish", brand.parent).code == 0
    ran = rapport("writer", "try", "--framework", "checkout", "--tone", "warm", "--proofread")
    assert ran.code == 1
    assert "The day's budget of 'alder-and-clay' for a model is used up." in ran.out


def test_many_tries_are_told_in_figures_until_the_budget_is_used_up(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    said = rapport("writer", "try", "--framework", "checkout", "--times", "3")
    assert said.code == 0, said
    told = " ".join(said.out.split())
    assert "3 messages asked for" in told
    assert "3 first answers were the JSON object" in told
    assert "What stopped the last answers: placeholder 2" in told, "an offer has to be named"
    server.say(Turn("I cannot."))
    said = rapport("writer", "try", "--times", "250", "--json", "many.json")
    assert said.code == 1
    told = " ".join(said.out.split())
    assert "It ended after 195 of 250: The day's budget" in told, "five questions were put before"
    assert "195 came to nothing: no JSON object of words" in told
    assert json.loads(Path("many.json").read_bytes())["tally"]["messages"] == 195


def test_many_tries_for_a_retired_brand_say_that_it_is_retired(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    assert rapport("brands", "retire", BRAND, "--because", "over", "--by", "Nell").code == 0
    said = rapport("writer", "try", "--times", "3")
    assert said.code == 1
    assert f"It ended after 0 of 3: '{BRAND}' is retired" in " ".join(said.out.split())
    assert "budget is used up" not in said.out
    assert server.asked == []


def test_many_tries_are_for_everything_and_one_is_for_something(
    home: Path, rapport: Command
) -> None:
    assert rapport("writer", "try", "--times", "3", "--tone", "warm").code == 2
    ran = rapport("writer", "try", "--situation", "nobody.at.all")
    assert ran.code == 2
    assert "There is no situation" in ran.err


def test_what_it_was_used_for_is_told_day_by_day(home: Path, rapport: Command) -> None:
    ran = rapport("writer", "usage")
    assert ran.code == 0, ran
    assert "It was asked nothing" in ran.out
    assert "0 of 200 questions and 0 of 1,000,000 tokens" in ran.out
    assert rapport("writer", "check", "--framework", "checkout").code == 0
    ran = rapport("writer", "usage", "--days", "2", "--json", "usage.json")
    assert ran.code == 0, ran
    assert "checkout" in ran.out
    assert "1 of 200 questions" in ran.out
    today, yesterday = json.loads(Path("usage.json").read_bytes())
    (checkout,) = today["frameworks"]
    assert (checkout["framework"], checkout["questions"]) == ("checkout", 1)
    assert checkout["tokens_in"] + checkout["tokens_out"] == today["used"]["tokens"] > 0
    assert (yesterday["frameworks"], yesterday["day"] < today["day"]) == ([], True)


def test_with_nothing_planned_there_is_nothing_to_write_ahead(home: Path, rapport: Command) -> None:
    ran = rapport("writer", "ahead")
    assert ran.code == 0
    assert "nothing to write" in ran.out


def test_a_proposal_is_queued_and_once_approved_taken_into_the_folder(
    home: Path, rapport: Command
) -> None:
    brief = ("--brief", "A quieter goodbye.", "--tone", "plain", "--angle", "help")
    ran = rapport("propose", "checkout", *brief, "--point", "first", "--slot", "signoff")
    assert ran.code == 0, ran
    assert "It waits for a person as draft" in ran.out
    assert "No approved proposal" in rapport("adopt").out
    approve(home)
    ran = rapport("adopt")
    assert ran.code == 0, ran
    assert "rapport publish" in ran.out
    read = read_brand_folder(home / "brands" / BRAND)
    blocks = [b for f in read.frameworks for b in f.blocks if b.by]
    assert [block.text for block in blocks] == [GIFT["signoff"]]
    assert "approved by Nell" in blocks[0].by
    assert "No approved proposal" in rapport("adopt").out
    assert rapport("publish", home / "brands" / BRAND).code == 0


def propose(rapport: Command, *options: str) -> str:
    """Asks for words and says which draft they became."""
    ran = rapport("propose", "checkout", "--brief", "For people who buy a present.", *options)
    assert ran.code == 0, ran
    found = re.search(r"as draft ([0-9a-f]{24})", " ".join(ran.out.split()))
    assert found is not None, ran.out
    return found[1]


def test_the_documented_new_angle_goes_all_the_way_into_messages(
    home: Path, rapport: Command
) -> None:
    draft = propose(rapport, "--angle", "gift")
    assert "every point" in rapport("review", "show", draft[:8]).out
    approved = rapport("review", "approve", draft[:8], "--by", "Nell")
    assert approved.code == 0
    assert "Take them in with: rapport adopt" in approved.out
    ran = rapport("adopt", "--by", "Nell")
    assert ran.code == 0, ran
    assert "Not taken in" not in ran.out
    assert rapport("publish", home / "brands" / BRAND, "--by", "Nell").code == 0
    assert "published already" in rapport("review", "reject", draft, "--because", "No.").out
    here = Installation(Settings(home=home), WallClock())
    release = here.blueprint(BRAND).releases[-1]
    action = Action(offer="none", tone="warm", angle="gift", visual="letter")
    products = here.blueprint(BRAND).products_at(here.clock.now())
    send = Send("k", "p", "", 0, "second", "checkout", release.number, "", action, 1, 2)
    contact = Contact(email="robin@example.com", first_name="Robin")
    request = WriteRequest(send, release, example("cart", products), products, contact, 1)
    written = Writer(here.links, here.renderer).write(request)
    assert written.findings == ()
    assert written.message.subject == GIFT["subject"]
    framework = next(one for one in release.frameworks if one.key == "checkout")
    used = [block for block in framework.blocks if block.id in written.message.blocks]
    assert [block.slot for block in used if draft in block.by][:2] == ["subject", "preheader"]
    here.close()


def test_what_cannot_be_taken_in_is_told_holds_nothing_up_and_can_be_taken_back(
    home: Path, rapport: Command
) -> None:
    first = propose(rapport, "--angle", "gift", "--point", "first")
    assert rapport("review", "approve", first, "--by", "Nell").code == 0
    ran = rapport("adopt")
    assert ran.code == 1
    assert "It needs words for angle gift at point second" in " ".join(ran.out.split())
    part = propose(rapport, "--slot", "subject")
    assert rapport("review", "edit", part, "--slot", "subject=For a table elsewhere").code == 0
    ran = rapport("adopt")
    assert ran.code == 0, ran
    assert "Not taken in yet" in ran.out
    ran = rapport("review", "reject", first[:8], "--take-back", "--because", "We think again.")
    assert ran.code == 0, ran
    assert "Taken back" in ran.out
    assert "No approved proposal" in rapport("adopt").out
    read = read_brand_folder(home / "brands" / BRAND)
    words = [block.text for one in read.frameworks for block in one.blocks if block.by]
    assert words == ["For a table elsewhere"]


def test_who_is_not_in_charge_asks_nothing_and_spends_nothing(
    home: Path, rapport: Command, server: ModelServer
) -> None:
    assert rapport("people", "add", "Nell", "--role", "publisher").code == 0
    assert rapport("people", "add", "Vic", "--role", "viewer", "--by", "Nell").code == 0
    for who, told in (("root", "not among the people"), ("Vic", "only an author may ask")):
        ran = rapport("propose", "checkout", "--brief", "x", "--by", who)
        assert ran.code != 0
        assert told in " ".join(ran.err.split())
        assert rapport("adopt", "--by", who).code != 0
    assert server.asked == []


def test_a_brief_for_nothing_there_is_exits_with_what_there_is(
    home: Path, rapport: Command
) -> None:
    ran = rapport("propose", "nowhere", "--brief", "x")
    assert ran.code == 2
    assert "There is: " in ran.err
