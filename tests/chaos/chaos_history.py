"""Two days of a small shop, the same in every run, and a run of a server through them."""

from __future__ import annotations

import base64
import re
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from chaos_world import BRAND, KEY, SHOP, WRITE_KEY, Server, mails, rows

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.installation import Installation
from rapport.core.time import HOUR, MINUTE, Instant
from rapport.settings import Settings
from rapport.testing.shop import START, ShopRequest, ShopSettings, SimulatedShop
from rapport.testing.shop.request import encode, iso
from rapport.testing.shop.segment_payloads import AGENTS

TURN = 4 * MINUTE
"""Less than the silence after which a server that starts lets timers wait."""

AUTHORIZATION = "Basic " + base64.b64encode(f"{WRITE_KEY}:".encode()).decode()


@dataclass
class Turn:
    """What arrives by an instant. `kills` are delays in seconds."""

    at: Instant
    requests: list[ShopRequest] = field(default_factory=list)
    kills: dict[str, float] = field(default_factory=dict)


def history(home: Path, hours: int, customers: int = 250, tail_days: int = 5) -> list[Turn]:
    """Turns of the clock, and what people in the shop do of their own accord by then."""
    installation = Installation(Settings(home=home), TurnedClock(START))
    products = installation.blueprint(BRAND).products_at(START)
    offers = installation.blueprint(BRAND).releases[-1].offers
    installation.close()
    settings = ShopSettings(
        seed=7, customers=customers, days=3, sessions_a_day=3.0, marketing_share=1.0,
        shop_domain=SHOP, shopify_secret=KEY, segment_write_key=WRITE_KEY, klaviyo_key=KEY,
    )  # fmt: skip
    chosen = [product for key, product in sorted(products.items()) if key == product.id]
    shop = SimulatedShop(settings, chosen, offers)
    first = START + 8 * HOUR
    shop.requests_until(first)
    turns = [
        Turn(at, [request for request in shop.requests_until(at) if _matters(request)])
        for at in range(first, first + hours * HOUR, TURN)
    ]
    end = turns[-1].at
    return turns + [Turn(end + 3 * HOUR * n) for n in range(1, tail_days * 8 + 1)]


def _matters(request: ShopRequest) -> bool:
    """Everything but most of the looking around, which would only take time."""
    return not request.path.startswith(("/v1/track", "/v1/page")) or sum(request.body) % 8 == 0


def event_ids(request: ShopRequest, at: Instant) -> list[str]:
    """The ids that a request's events go by."""
    if request.path.startswith("/v1/"):
        parsed = segment.parse(request.path[4:], request.body, at, default_currency="GBP")
    elif request.path == "/api/events":
        parsed = klaviyo.parse_event(request.body, at, default_currency="GBP")
    else:
        headers = {name.lower(): value for name, value in request.headers.items()}
        parsed = shopify.parse(
            headers["x-shopify-topic"], request.body, at,
            headers.get("x-shopify-webhook-id", ""), default_currency="GBP",
        )  # fmt: skip
    return [one.event.id for one in parsed.incoming]


@dataclass
class Run:
    """Takes a server through a history, and kills it where the history says so."""

    server: Server
    accepted: set[str] = field(default_factory=set)
    hits: Counter[str] = field(default_factory=Counter)
    answered_mails: set[str] = field(default_factory=set)

    def through(self, turns: Sequence[Turn]) -> None:
        self.server.start()
        for number, turn in enumerate(turns):
            self._take_in(number, turn)
            self._let_time_pass(number, turn)
            if number % 90 == 89:
                self.server.ask("POST", "/chaos/learn")

    def _take_in(self, number: int, turn: Turn) -> None:
        """Between two ticks: what arrives by then is taken in."""
        self.server.turn(turn.at, held=True)
        # Somebody always looks around, so that the server never believes it was away.
        self._tell(visitor(f"early-{number}", turn.at), turn.at)
        with _Kill(self, turn.kills.get("intake")):
            for request in [*turn.requests, *self._answers(turn.at)]:
                self._tell(request, turn.at)

    def _let_time_pass(self, number: int, turn: Turn) -> None:
        """Timers fire and messages go out, while strangers look around."""
        self.server.turn(turn.at, held=False)
        with _Kill(self, turn.kills.get("sending")):
            for name in ("one", "two"):
                self._tell(visitor(f"{name}-{number}", turn.at), turn.at)
            self.server.wait_until_quiet()
        self.server.wait_until_quiet()

    def _tell(self, request: ShopRequest, at: Instant) -> None:
        answer = self.server.ask(
            request.method, request.path, headers=request.headers, content=request.body
        )
        assert answer.status_code < 400, (answer.status_code, answer.text)
        if not request.path.startswith(("/c/", "/u/")):
            self.accepted.update(event_ids(request, at))

    def _answers(self, at: Instant) -> list[ShopRequest]:
        """Some of those who got an e-mail click, and some leave."""
        if self.server.more.get("sender") == "smtp":
            return []
        new = {k: v for k, v in mails(self.server.home).items() if k not in self.answered_mails}
        self.answered_mails.update(new)
        requests = []
        for name, mail in new.items():
            text = mail.replace(b"=\r\n", b"").replace(b"=3D", b"=").decode("latin-1")
            links = sorted(set(re.findall(r"http://127\.0\.0\.1:8470/[cu]/[\w.-]+", text)))
            draw = sum(name.encode()) % 4
            kind = {0: "/c/", 1: "/u/"}.get(draw)
            found = next(
                (urlsplit(x).path for x in links if kind and urlsplit(x).path.startswith(kind)), ""
            )
            if found:
                method = "GET" if kind == "/c/" else "POST"
                body = b"" if kind == "/c/" else b"List-Unsubscribe=One-Click"
                headers = {"User-Agent": AGENTS["phone"]}
                requests.append(ShopRequest(at, method, found, headers, body))
        return requests

    def note_kill(self) -> None:
        """What the kill hit: messages between the claim and the record of what became of them."""
        self.hits["kills"] += 1
        sending = rows(self.server.home, "SELECT count(*) FROM outbox WHERE status = 'sending'")
        self.hits["with messages on their way"] += bool(sending[0][0])


class _Kill:
    """Kills the server some time after the beginning, and waits until that has happened."""

    def __init__(self, run: Run, delay: float | None) -> None:
        self._run = run
        self._delay = delay
        self._thread = threading.Thread(target=self._kill)

    def _kill(self) -> None:
        time.sleep(self._delay or 0.0)
        process = self._run.server.process
        process.kill()
        self._run.note_kill()

    def __enter__(self) -> None:
        if self._delay is not None:
            self._thread.start()

    def __exit__(self, *_: object) -> None:
        if self._delay is not None:
            self._thread.join()


def visitor(name: str, at: Instant) -> ShopRequest:
    """A stranger's page view."""
    shop = {"type": "page", "messageId": f"stranger-{name}", "anonymousId": f"stranger-{name}"}
    body = encode({**shop, "timestamp": iso(at), "sentAt": iso(at), "properties": {"path": "/"}})
    headers = {"Content-Type": "application/json", "Authorization": AUTHORIZATION}
    return ShopRequest(at, "POST", "/v1/page", headers, body)
