"""Merges, stops, errors of the mail server and the passing of time, in any order: each message goes
out once or says why not, and nobody is told the same step twice for being two profiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from dispatch_world import LEFT_AT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from two_profiles import BY_MAIL, BY_NAME, TwoProfiles

from rapport.core.brand import Cap
from rapport.core.creative.message import Message
from rapport.core.events import Identifier, PageViewed
from rapport.core.oversight.stopping import BRAND, FLOW, Stop, Switch
from rapport.core.time import DAY, HOUR, MINUTE, Instant
from rapport.errors import DeliveryError, RapportError
from rapport.testing import examples as ex

BY_PHONE = Identifier("phone", "+441234567890")
NAMES = (BY_NAME, BY_MAIL, BY_PHONE)
SWITCHES = (Switch(BRAND), Switch(FLOW, ex.FLOW))
ERRORS = (
    DeliveryError("The mail server is busy."),
    DeliveryError("There is no such mailbox.", permanent=True),
    DeliveryError("The line broke.", unclear=True),
)


class Busy(TwoProfiles):
    """A shop in which things happen one after the other, some of them at one moment."""

    def begin(self) -> None:
        self.now: Instant = LEFT_AT
        self.number = 0
        self.handed: Counter[str] = Counter()
        self.failing: DeliveryError | None = None
        send = self.post.send

        def counted(message: Message, to: object) -> None:
            if self.failing is not None:
                error, self.failing = self.failing, None
                raise error
            self.handed[message.key] += 1
            send(message, to)  # type: ignore[arg-type]

        self.post.send = counted  # type: ignore[method-assign]
        for who in NAMES:
            self.look(who)

    def look(self, *who: Identifier) -> None:
        self.number += 1
        self.clock.at = self.now
        page = ex.event(f"look-{self.number}", self.now, PageViewed(), "shopify")
        self.hear(*who, events=(page,), email="ada@example.com")

    def leave(self, who: Identifier) -> None:
        self.number += 1
        self.clock.at = self.now
        known, asked = ex.subscribed(self.now - MINUTE, f"-{self.number}")
        left = ex.checkout(f"left-{self.number}", self.now, token=f"c-{self.number}")
        self.hear(who, events=(known, asked, left), email="ada@example.com")

    def stop(self, switch: Switch) -> None:
        with self.store.transaction() as transaction:
            if switch not in [one.switch for one in transaction.stops(self.brand)]:
                transaction.add_stop(Stop(self.brand, switch, self.now, "ada", "a look"))

    def resume(self) -> None:
        with self.store.transaction() as transaction:
            for one in transaction.stops(self.brand):
                transaction.end_stop(self.brand, one.switch, self.now, "ada")

    def pass_time(self, span: int) -> None:
        self.now += span
        self.tick(self.now)

    def to_the_end(self) -> None:
        self.resume()
        self.failing = None
        for _ in range(8):
            self.pass_time(9 * HOUR)


_DEEDS: st.SearchStrategy[Callable[[Busy], None]] = st.one_of(
    st.sampled_from(NAMES).map(lambda who: lambda shop: shop.leave(who)),
    st.sampled_from(((BY_NAME, BY_MAIL), (BY_MAIL, BY_PHONE), (BY_NAME, BY_PHONE))).map(
        lambda pair: lambda shop: shop.look(*pair)
    ),
    st.sampled_from(SWITCHES).map(lambda switch: lambda shop: shop.stop(switch)),
    st.just(lambda shop: shop.resume()),
    st.sampled_from(ERRORS).map(lambda error: lambda shop: setattr(shop, "failing", error)),
    st.sampled_from((0, MINUTE, 45 * MINUTE, HOUR, 5 * HOUR, DAY)).map(
        lambda span: lambda shop: shop.pass_time(span)
    ),
)


@settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.lists(_DEEDS, min_size=4, max_size=24))
def test_whatever_the_order_each_message_goes_out_once_or_says_why_not(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[Callable[[Busy], None]]
) -> None:
    often = ex.brand(caps=(Cap(50, DAY),), arms=ex.USUAL_ONLY)
    folder: Path = tmp_path_factory.mktemp("busy")
    shop = Busy(folder, blueprint=ex.blueprint(of=often))
    try:
        shop.begin()
        for deed in deeds:
            deed(shop)
        shop.to_the_end()
        assert shop.outbox() == []
        assert max(shop.handed.values(), default=0) <= 1
        rows = list(shop.records.messages(shop.brand))
        assert all(row.status in ("sent", "stopped", "unclear") for row in rows)
        assert {row.key for row in rows if row.status == "sent"} == set(shop.handed)
        assert all(row.reason for row in rows if row.status != "sent")
        living = {shop.whose(who).profile for who in NAMES}
        assert {row.profile for row in rows} <= living
        assert shop.replays()
    finally:
        shop.close()


@settings(
    max_examples=40, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    st.lists(st.sampled_from((0, MINUTE, HOUR)), min_size=2, max_size=2),
    st.lists(st.sampled_from((0, MINUTE, 46 * MINUTE, 3 * HOUR)), min_size=2, max_size=2),
    st.booleans(), st.booleans(),
)  # fmt: skip
def test_two_baskets_of_one_person_lead_to_each_step_once_if_they_merge_before_it_goes_out(
    tmp_path_factory: pytest.TempPathFactory,
    apart: list[int],
    waits: list[int],
    stopped: bool,
    by_mail_first: bool,
) -> None:
    often = ex.brand(caps=(Cap(50, DAY),), arms=ex.USUAL_ONLY)
    shop = Busy(tmp_path_factory.mktemp("two"), blueprint=ex.blueprint(of=often))
    try:
        shop.begin()
        shop.stop(SWITCHES[0])  # so that what is planned is still in the outbox at the merge
        first, second = (BY_MAIL, BY_NAME) if by_mail_first else (BY_NAME, BY_MAIL)
        shop.leave(first)
        shop.now += apart[0]
        shop.leave(second)
        shop.pass_time(waits[0])
        shop.look(BY_NAME, BY_MAIL)
        if not stopped:
            shop.resume()
        shop.pass_time(waits[1])
        shop.to_the_end()
        sent = [row for row in shop.records.messages(shop.brand) if row.status == "sent"]
        assert max(Counter(row.point for row in sent).values(), default=0) <= 1
        assert shop.replays()
    except RapportError as error:  # pragma: no cover (it says what went wrong)
        pytest.fail(str(error))
    finally:
        shop.close()
