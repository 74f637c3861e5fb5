"""From an event to an e-mail in a model's words: all of it real, the model's server on loopback."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from rehearsed import changed_example

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.creative.draft import USABLE, WAITING, Standing
from rapport.core.events import Contact, Incoming, OrderPlaced
from rapport.core.time import DAY, HOUR, Instant
from rapport.settings import Settings
from rapport.testing import examples as ex
from rapport.testing.model_server import Body, ModelServer, Turn

BRAND = "alder-and-clay"
MONDAY: Instant = ex.at(0, 9)
WAITED = threading.Event()

WORDS = {
    "subject": "Ask away, the kettle is on",
    "preheader": "Your basket waits here, and so does a person with answers.",
    "headline": "A question is always welcome",
    "body": "If you would like to know how something feels in the hand, write back. I’ll take it "
    "off the shelf and tell you what I see.\n\nYour basket stays as it is meanwhile.",
    "cta": "Open your basket",
    "offer_line": "",
    "signoff": "Warm wishes from the workshop",
}
ONLY_ONE = """
  - name: One message only
    only: {offer: none, tone: warm, angle: help, visual: letter}
    because: so that a test knows what comes
    when: [orders_count < 100]
"""


def reply(body: Body) -> str:
    """Words for the parts that were asked for."""
    schema = body["response_format"]["json_schema"]["schema"]
    return json.dumps({key: WORDS[key] for key in schema["required"]})


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(Turn(reply)) as server:
        yield server


@pytest.fixture
def here(tmp_path: Path, server: ModelServer) -> Iterator[Installation]:
    folder = changed_example(tmp_path / "brand", "brand.yaml", "holdout: 10%", "holdout: 0%")
    change(folder, "brand.yaml", "usual: 20%", "usual: 0%")
    creative = (folder / "creative/checkout.yaml").read_text(encoding="utf-8")
    assert "\nwriter:" not in creative
    with (folder / "creative/checkout.yaml").open("a", encoding="utf-8") as file:
        file.write("\nwriter: {mode: free}\n")
    rules = folder / "rules.yaml"
    rules.write_text(f"rules:{ONLY_ONE}", encoding="utf-8")
    for file in (*(folder / "flows").glob("*.yaml"), *(folder / "creative").glob("*.yaml")):
        if file.name != "checkout.yaml":
            file.unlink()
    times = (folder / "flows/checkout.yaml").read_text(encoding="utf-8")
    kept = [line for line in times.splitlines() if "key: later" not in line]
    kept = [line for line in kept if "key: evening" not in line]
    (folder / "flows/checkout.yaml").write_text("\n".join(kept), encoding="utf-8")
    settings = Settings(
        home=tmp_path / "home",
        model="openai:kiln",
        model_url=f"{server.url}/v1",
        model_timeout_seconds=30.0,
        lateness_seconds=0,
    )
    installation = Installation(settings, TurnedClock(MONDAY - DAY))
    installation.publish(folder)
    yield installation
    installation.close()


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def clock(here: Installation) -> TurnedClock:
    assert isinstance(here.clock, TurnedClock)
    return here.clock


def leaves_a_basket(here: Installation, name: str, *, ordered: bool = False) -> None:
    now = here.clock.now()
    products = list(here.blueprint(BRAND).products_at(now).values())
    known, asked = ex.subscribed(now, f"-{name}")
    events = [known, asked]
    line = ex.line(products[0])
    if ordered:
        body = OrderPlaced(f"o-{name}", (), (line,), 4_800, 4_800, "GBP", checkout_token="old")
        events.append(ex.event(f"order-{name}", now, body))
    events.append(ex.checkout(f"left-{name}", now + 1, token=f"c-{name}", lines=(line,)))
    contact = Contact(email=f"{name}@example.com", first_name="Ada")
    here.host.take_in(BRAND, [Incoming(event, (), contact, profile=name) for event in events])


def subjects(here: Installation) -> dict[str, str]:
    """The subject of the e-mail that each address has, out of the .eml files."""
    found = {}
    for file in sorted(here.mail_folder.rglob("*.eml")):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        found[str(mail["To"]).partition("@")[0].strip("<")] = str(mail["Subject"])
    return found


def goes_out(here: Installation, name: str, patience: int = 600) -> str:
    """Lets time tick, with the clock standing still, until the e-mail is there."""
    for _ in range(patience):
        here.host.tick(BRAND)
        if name in subjects(here):
            return subjects(here)[name]
        WAITED.wait(0.05)
    return ""


def drafts(here: Installation, state: str) -> list[str]:
    with here.store.transaction() as transaction:
        found = transaction.live_drafts(BRAND)
        return [one.draft.id for one in found if one.standing.state == state]


def a_person_approves(here: Installation) -> None:
    for _ in range(600):
        if waiting := drafts(here, WAITING):
            break
        WAITED.wait(0.05)
    with here.store.transaction() as transaction:
        for one in waiting:
            seen = Standing(USABLE, "Nell", "", here.clock.now())
            assert transaction.judge_draft(BRAND, one, WAITING, seen)


def test_an_event_becomes_an_e_mail_in_a_models_words(
    here: Installation, server: ModelServer
) -> None:
    clock(here).turn_to(MONDAY)
    leaves_a_basket(here, "ada")
    clock(here).turn_to(MONDAY + HOUR)
    first = goes_out(here, "ada")
    assert first
    assert first != WORDS["subject"], "nobody has seen a draft yet"
    a_person_approves(here)

    clock(here).turn_to(MONDAY + DAY)
    leaves_a_basket(here, "ben")
    leaves_a_basket(here, "cleo", ordered=True)
    clock(here).turn_to(MONDAY + DAY + HOUR)
    assert goes_out(here, "ben") == WORDS["subject"], "in ada's situation"
    assert len(server.asked) >= 1
    assert goes_out(here, "cleo") == WORDS["subject"], "in one of her own, while she waits"

    mail = next(
        message_from_bytes(file.read_bytes(), policy=policy.default)
        for file in here.mail_folder.rglob("*.eml")
        if b"cleo@" in file.read_bytes()
    )
    text = mail.get_body(("plain",))
    html = mail.get_body(("html",))
    assert text is not None
    assert html is not None
    assert "take it off the shelf and tell you what I see" in " ".join(text.get_content().split())
    assert "Hello Ada" in text.get_content() or "Ada" in text.get_content()
    assert re.search(r"A question is always welcome", html.get_content())
    asked = json.dumps([one.body for one in server.asked])
    for private in ("ada", "cleo", "example.com", "c-ben"):
        assert not re.search(rf"\b{private}\b", asked, re.IGNORECASE)


@pytest.mark.parametrize(
    "turn",
    [Turn(status=500, raw=b"{}"), Turn("no JSON"), Turn(hang=True)],
    ids=["broken", "no JSON", "hangs"],
)
def test_without_words_of_use_the_approved_copy_goes(
    here: Installation, server: ModelServer, turn: Turn
) -> None:
    server.say(turn)
    clock(here).turn_to(MONDAY)
    leaves_a_basket(here, "ada")
    clock(here).turn_to(MONDAY + HOUR)
    assert goes_out(here, "ada")
