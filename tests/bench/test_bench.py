"""`rapport bench`, made small: what it measures is real, and what it says is what it measured."""

import asyncio
import contextlib
import json
import socket
from datetime import date, timedelta
from itertools import product
from math import isfinite

import numpy as np
import polars as pl
import pytest
from msgspec.structs import replace

from rapport.bench.apart import run_apart
from rapport.bench.figures import Beside, Figure, NotMeasuredError, Sizes, percentile
from rapport.bench.homes import fresh_home
from rapport.bench.load import closed_loop, open_loop, post
from rapport.bench.order_import import measure_import
from rapport.bench.purchase_histories import NAIVE, OURS
from rapport.bench.purchases import SAMPLE, read_purchases
from rapport.bench.traffic import batch_body, segment_calls
from rapport.bench.waiting import decide, deciding, first_point, sends, waiting_profiles
from rapport.bootstrap.serving.server import listen
from rapport.cli.rehearse.bench import MEASURES, ON_REQUEST, run_bench
from rapport.core.effects import Decided
from rapport.errors import RapportError, UserError

SMALL = Sizes(
    repeats=1,
    intake_events=60,
    intake_customers=40,
    intake_batch=20,
    http_seconds=0.2,
    http_rate=100,
    http_batch=10,
    http_batch_rate=100,
    decisions=10,
    messages=5,
    rewrites=20,
    drafts=60,
    month_customers=30,
    month_days=3,
    rhythm_customers=3_000,
    shop_customers=700,
)


@pytest.fixture
def export(tmp_path, monkeypatch):
    """A public order export with three lines, where the measurement looks for it."""
    folder = tmp_path / "online_retail"
    folder.mkdir()
    pl.DataFrame(
        {
            "InvoiceNo": ["536365", "536365", "536366"],
            "StockCode": ["85123A", "71053", "22633"],
            "Description": ["T-light holder", "Lantern", "Hand warmer"],
            "Quantity": [6, 6, 2],
            "InvoiceDate": ["2010-12-01 08:26:00", "2010-12-01 08:26:00", "2010-12-01 08:28:00"],
            "UnitPrice": [2.55, 3.39, 1.85],
            "CustomerID": ["17850", "17850", "13047"],
            "Country": ["United Kingdom"] * 3,
        }
    ).write_parquet(folder / "online_retail.parquet")
    monkeypatch.setenv("RAPPORT_DATA", str(tmp_path))


@pytest.fixture
def purchases(bandit):
    """Purchases over two years, in the same folder."""
    draw = np.random.default_rng(7)
    lines = []
    for person in range(600):
        rate, leaving = draw.gamma(0.8) / 30, draw.beta(0.9, 2.0)
        on, price = draw.integers(0, 200), draw.gamma(4.0) * 8
        while on < 700:
            day = (date(2021, 1, 1) + timedelta(days=int(on))).strftime("%Y%m%d")
            amount = price * draw.gamma(6.0) / 6 + 0.01
            lines.append(f" {person:05} {person:04} {day}  1 {amount:8.2f}")
            if draw.random() < leaving:
                break
            on += draw.exponential(1 / rate)
    file = bandit / SAMPLE
    file.parent.mkdir()
    file.write_text("\n".join(lines) + "\n", encoding="ascii")
    return file


@pytest.fixture
def bandit(tmp_path):
    """The logs of two policies that showed three items each, a few times."""
    folder = tmp_path / "open_bandit"
    for policy, campaign in product(("random", "bts"), ("men", "women")):
        (folder / policy / campaign).mkdir(parents=True)
        pl.DataFrame(
            {
                "item_id": [0, 1, 2] * 4,
                "position": [1, 2, 3, 2, 3, 1] * 2,
                "click": [0, 0, 1, 0] * 3,
                "propensity_score": [1 / 3] * 12,
            }
        ).write_csv(folder / policy / campaign / f"{campaign}.csv")
    return folder


def test_everything_is_measured_and_every_target_is_answered_with_yes_or_no(
    export, bandit, purchases, tmp_path, capsys
):
    figures = tmp_path / "figures.json"
    run_bench([], figures, replace(SMALL, data=bandit, seeds=3))
    told = json.loads(figures.read_bytes())
    assert {one["bench"] for one in told["figures"]} == set(MEASURES) - ON_REQUEST
    assert all(one["value"] is None or isfinite(one["value"]) for one in told["figures"])
    assert all(bool(one["absent"]) == (one["value"] is None) for one in told["figures"])
    aimed = [one for one in told["figures"] if one["target"] is not None]
    assert all(isinstance(one["met"], bool) for one in aimed)
    reached = sum(one["met"] for one in aimed)
    said = capsys.readouterr().out
    assert f"{reached} of {len(aimed)} targets were reached here" in said
    assert said.count("Missed:") == len(aimed) - reached


def test_a_name_that_is_none_is_answered_with_the_names_there_are():
    with pytest.raises(UserError, match=r"no measurement 'speed'.*intake, http"):
        run_bench(["speed"], None, SMALL)


def test_other_purchases_are_split_at_half_their_time_and_foretold(purchases, tmp_path):
    figures = tmp_path / "figures.json"
    run_bench(["clv"], figures, replace(SMALL, data=purchases, seeds=1))
    told = json.loads(figures.read_bytes())["figures"]
    squares = {
        one["what"]: one
        for one in told
        if one["chart"] == "held-out orders of 50 weeks: root mean square error of the mean"
    }
    ours, naive = squares[OURS], squares[NAIVE]
    assert 0 < ours["low"] < ours["value"] < ours["high"] < naive["value"]
    assert not any("published" in one["what"] for one in told)


@pytest.mark.parametrize(
    "line", ["19970101 2 9", "00004 0001 19971301 2 9.99", "1 2 3 19970101 2 9.99"]
)
def test_a_line_that_is_no_purchase_is_named(line, tmp_path):
    file = tmp_path / "purchases.txt"
    file.write_text(f"00004 0001 19970101  2   29.33\n{line}\n", encoding="ascii")
    with pytest.raises(RapportError, match="line 2"):
        run_bench(["clv"], None, replace(SMALL, data=file))


def test_purchases_without_a_first_column_are_the_same_purchases(purchases, tmp_path):
    without = tmp_path / "whole.txt"
    lines = purchases.read_text(encoding="ascii").splitlines()
    without.write_text("\r\n".join(line[7:] for line in lines) + "\n\n", encoding="ascii")
    both = [read_purchases(file) for file in (purchases, without)]
    assert both[0].held_out.tolist() == both[1].held_out.tolist()
    assert both[0].spend.tolist() == both[1].spend.tolist()


@pytest.mark.parametrize("line", ["0001 19970101 1 9.99", "7 0001 19970101 1 9.99"])
def test_purchases_in_which_nobody_comes_again_are_not_measured_and_it_says_so(
    line, tmp_path, capsys
):
    file = tmp_path / "purchases.txt"
    file.write_text(f"{line}\n" * 900, encoding="ascii")
    with pytest.raises(
        UserError, match=r"Not measured: clv\. .*it tells of fewer than 200 customers \(1\)"
    ):
        run_bench(["clv"], None, replace(SMALL, data=file))
    assert "targets" not in capsys.readouterr().out


def test_purchases_that_were_named_and_are_not_there_end_the_command_with_that(tmp_path):
    figures = tmp_path / "figures.json"
    with pytest.raises(UserError, match=r"Not measured: clv\. There is no"):
        run_bench(["clv"], figures, replace(SMALL, data=tmp_path / "nowhere.txt"))
    assert json.loads(figures.read_bytes())["figures"] == []


def test_only_what_is_named_is_measured(tmp_path):
    figures = tmp_path / "figures.json"
    run_bench(["decision"], figures, SMALL)
    told = json.loads(figures.read_bytes())["figures"]
    assert {one["bench"] for one in told} == {"decision"}


def test_without_the_data_the_import_says_what_is_missing_and_the_rest_goes_on(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("RAPPORT_DATA", str(tmp_path))
    with pytest.raises(NotMeasuredError, match="Set RAPPORT_DATA"):
        measure_import(SMALL)
    run_bench(["import"], None, SMALL)
    assert "Not measured: import." in capsys.readouterr().out


def test_an_import_that_is_run_again_adds_nothing(export):
    (again,) = [f for f in measure_import(SMALL) if f.unit == "events"]
    assert again.value == 0


def test_a_target_is_reached_from_the_side_that_is_better():
    assert Figure("b", "rate", 11, "/s", target=10).met is True
    assert Figure("b", "rate", 9, "/s", target=10).met is False
    assert Figure("b", "time", 11, "ms", target=10, less=True).met is False
    assert Figure("b", "time", 9, "ms", target=10, less=True).met is True
    assert Figure("b", "time", 9, "ms").met is None
    assert Figure("b", "rate", 5, "/s", beside=Beside("plain", 20)).ratio == 0.25


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 50), (0.99, 99), (1.0, 100)])
def test_a_percentile_is_a_value_that_was_measured(share, value):
    assert percentile(list(range(100, 0, -1)), share) == value


def test_the_traffic_is_as_long_as_asked_and_a_batch_holds_every_call():
    with fresh_home() as home:
        calls = segment_calls(home, customers=20, count=30)
    assert len(calls) == 30
    assert [call.at for call in calls] == sorted(call.at for call in calls)
    inside = json.loads(batch_body(calls))["batch"]
    assert [one["messageId"] for one in inside] == [
        json.loads(call.body)["messageId"] for call in calls
    ]


def test_what_is_measured_as_a_decision_chooses_among_433_actions_and_writes_a_record():
    with fresh_home() as home:
        blueprint = deciding(home.installation.blueprint(home.brand.key))
    assert first_point(blueprint.releases[-1]).actions == 4 * 4 * 3 * 3 * 3 + 1
    effects = [decide(blueprint, one.state) for one in waiting_profiles(blueprint, 30)]
    for followed in effects:
        stages = [e.decision.stage for e in followed if isinstance(e, Decided)]
        assert stages == ["time", "content"]
    assert any(sends(followed) for followed in effects)


def test_what_fails_apart_is_told_with_its_words():
    with pytest.raises(RapportError, match="no such thing"):
        run_apart(["sh", "-c", "echo no such thing >&2; exit 3"], {"PATH": "/usr/bin:/bin"})


# --- The load generator -------------------------------------------------------------------------


async def _with_server(handler, load):
    """What the load came to, with `handler` at the other end; every connection is ended after."""
    open_connections = set()

    async def handle(reader, writer):
        open_connections.add(asyncio.current_task())
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await handler(reader, writer)
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        answers = await load(server.sockets[0].getsockname()[1])
        await asyncio.gather(*open_connections)
    return answers


async def _answer(reader, writer, status=b"200 OK"):
    """Answers each request until the caller goes, in two parts, as servers write it."""
    while True:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        await reader.readexactly(length)
        writer.write(b"HTTP/1.1 " + status + b"\r\nContent-Length: 2\r\n\r\n")
        await writer.drain()
        writer.write(b"{}")


REQUESTS = [post("/v1/track", "localhost", "Basic eDo=", b'{"n":%d}' % n) for n in range(40)]


@pytest.mark.parametrize(
    "load",
    [
        lambda port: open_loop(port, REQUESTS, rate=2_000, connections=3),
        lambda port: closed_loop(port, REQUESTS, connections=3),
    ],
    ids=["open", "closed"],
)
def test_every_request_is_answered_once_and_timed(load):
    answers = asyncio.run(_with_server(_answer, load))
    assert answers.statuses == (200,) * len(REQUESTS)
    assert answers.errors == 0
    assert len(answers.milliseconds) == len(REQUESTS)
    assert all(time > 0 for time in answers.milliseconds)


def test_an_answer_that_is_no_200_is_an_error():
    async def refuse(reader, writer):
        await _answer(reader, writer, b"503 Service Unavailable")

    answers = asyncio.run(_with_server(refuse, lambda port: closed_loop(port, REQUESTS)))
    assert answers.by_status == {503: len(REQUESTS)}
    assert answers.errors == len(REQUESTS)


def test_a_stall_is_counted_for_every_request_that_waited_behind_it():
    async def stall_once(reader, writer):
        await asyncio.sleep(0.2)
        await _answer(reader, writer)

    answers = asyncio.run(
        _with_server(stall_once, lambda port: open_loop(port, REQUESTS, rate=1_000, connections=1))
    )
    # All of them were meant to go within 40 ms, and none could be answered before 200.
    assert min(answers.milliseconds) > 150


# --- What a measurement found -------------------------------------------------------------------


def test_an_answer_in_two_parts_goes_out_without_waiting_for_the_caller():
    with (
        listen("127.0.0.1", 0) as door,
        socket.create_connection(door.getsockname()),
        door.accept()[0] as connection,
    ):
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
