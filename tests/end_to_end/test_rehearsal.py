"""What a whole rehearsal must keep to, whoever came and whatever they did."""

from __future__ import annotations

import email
import re
from collections import Counter, defaultdict
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from math import isclose, prod
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from rehearsed import a_rehearsal, changed_example, rows

from rapport.bootstrap.rehearsing import story
from rapport.bootstrap.rehearsing.rehearsal import Rehearsal
from rapport.bootstrap.rehearsing.story import choose_people
from rapport.core.deciding.arms import arm_of, bucket
from rapport.core.events import Contact
from rapport.core.time import HOUR, MINUTE, SECOND, Instant
from rapport.ports import MessageRow
from rapport.testing.shop import PlacedOrder


def sent(rehearsal: Rehearsal) -> list[MessageRow]:
    records = rehearsal.installation.records
    every = records.messages(rehearsal.brand.key, limit=10_000)
    return [row for row in every if row.status == "sent"]


def contact(rehearsal: Rehearsal, profile: str) -> Contact:
    found = rehearsal.installation.records.contact(rehearsal.brand.key, profile)
    assert found is not None
    return found


def test_every_request_is_answered_well(rehearsal: Rehearsal) -> None:
    answers = rehearsal.simulated.answers
    assert sum(answers.values()) == rehearsal.simulated.requests > 500
    assert [status for status in answers if int(status) >= 400] == []


def test_there_is_enough_to_look_at(rehearsal: Rehearsal) -> None:
    arms = Counter(row.arm for row in sent(rehearsal))
    assert arms["adaptive"] >= 20
    assert arms["usual"] >= 3
    counts = rehearsal.installation.records.counts(rehearsal.brand.key)
    assert counts["duplicate"] > 10
    assert counts["merged profiles"] > 5
    assert rehearsal.history_orders > 20


def test_the_three_people_of_the_story_have_names_of_their_own(
    rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story, "PEOPLE", 15)  # more than enough for one name to come twice
    names = [one.greeting for one in choose_people(rehearsal)]
    assert len(names) == 15
    assert len(set(names)) == 15


def test_nothing_is_left_on_its_way(rehearsal: Rehearsal) -> None:
    installation = rehearsal.installation
    assert installation.records.outbox(rehearsal.brand.key) == []
    statuses = {row["status"] for row in rows(installation.database, "SELECT * FROM messages")}
    assert statuses <= {"sent", "stopped"}
    stopped = rows(installation.database, "SELECT reason FROM messages WHERE status = 'stopped'")
    assert [row for row in stopped if not str(row["reason"]).startswith("refused: ")] == []


def test_no_message_is_lost_because_its_words_were_said_before(rehearsal: Rehearsal) -> None:
    """What was said is left out before the draw, and none of it stops a flow."""
    database = rehearsal.installation.database
    reasons = [str(row["reason"]) for row in rows(database, "SELECT reason FROM messages")]
    assert [one for one in reasons if "said before" in one or "guardrail" in one] == []


def test_nobody_who_did_not_agree_is_written_to(rehearsal: Rehearsal) -> None:
    assert rehearsal.simulated.shop.get("messages_without_consent", 0) == 0
    database = rehearsal.installation.database
    lives_on = {
        profile: state.moved_into or profile
        for profile, state in rehearsal.installation.records.profiles(rehearsal.brand.key)
    }
    words: dict[str, list[tuple[Instant, str]]] = defaultdict(list)
    for row in rows(database, "SELECT * FROM consent_ledger WHERE channel = 'email'"):
        at, profile = row["at"], lives_on[row["profile"]]
        words[profile].append((at, str(row["status"])))
    for message in sent(rehearsal):
        said = [status for at, status in words[message.profile] if at <= message.at]
        assert "subscribed" in said, message
        assert "unsubscribed" not in said, message


def test_nobody_who_left_bounced_or_complained_hears_from_us_again(rehearsal: Rehearsal) -> None:
    gone = rows(rehearsal.installation.database, "SELECT profile, at FROM opt_outs")
    assert gone
    for row in gone:
        later = [m for m in sent(rehearsal) if m.profile == row["profile"] and m.at > row["at"]]
        assert later == []


def test_nobody_in_the_holdout_gets_a_message(rehearsal: Rehearsal) -> None:
    database = rehearsal.installation.database
    held = rows(database, "SELECT DISTINCT profile FROM entries WHERE arm = 'holdout'")
    assert held
    reached = {message.profile for message in sent(rehearsal)}
    assert reached.isdisjoint({row["profile"] for row in held})


def most_within_caps(rehearsal: Rehearsal) -> int:
    """Holds every cap against everybody's messages; returns the most that anybody got."""
    times: dict[str, list[Instant]] = defaultdict(list)
    for message in sent(rehearsal):
        times[contact(rehearsal, message.profile).email or ""].append(message.at)
    for cap in rehearsal.brand.caps:
        for person, at in times.items():
            at.sort()
            pairs = zip(at, at[cap.count :], strict=False)
            assert all(b - a >= cap.window for a, b in pairs), person
    return max(map(len, times.values()))


def test_the_caps_hold_for_everybody_at_all_times(rehearsal: Rehearsal) -> None:
    assert most_within_caps(rehearsal) > 1


def test_caps_that_are_tighter_than_the_flow_hold_too_and_say_so(tmp_path: Path) -> None:
    folder = changed_example(
        tmp_path / "brand", "brand.yaml", "{messages: 1, within: 20h}", "{messages: 1, within: 40h}"
    )
    strict = a_rehearsal(tmp_path / "home", folder, customers=60, days=3)
    try:
        assert strict.brand.caps[0].window == 40 * HOUR
        most_within_caps(strict)
        stages = {d.stage for d in strict.decisions() if d.reason == "cap"}
        assert stages >= {"put off"}
    finally:
        strict.installation.close()


def test_nothing_goes_out_in_quiet_hours_where_the_person_lives(rehearsal: Rehearsal) -> None:
    brand = rehearsal.brand
    zones = set()
    for message in sent(rehearsal):
        zone = contact(rehearsal, message.profile).time_zone or brand.zone.name
        zones.add(zone)
        local = datetime.fromtimestamp(message.at / SECOND, UTC).astimezone(ZoneInfo(zone))
        minute = local.hour * 60 + local.minute
        assert brand.quiet_until <= minute < brand.quiet_from, (message, zone)
    assert len(zones) > 1


def test_everybody_is_in_the_arm_of_their_hash_for_good(rehearsal: Rehearsal) -> None:
    installation, brand = rehearsal.installation, rehearsal.brand
    keys = {
        profile: state.arm_key or profile
        for profile, state in installation.records.profiles(brand.key)
    }
    entries = rows(installation.database, "SELECT profile, arm, bucket FROM entries")
    assert len(entries) > 40
    for entry in entries:
        place = bucket(brand.key, brand.arms.salt, keys[entry["profile"]])
        assert (entry["bucket"], entry["arm"]) == (place, arm_of(place, brand.arms))
    for message in sent(rehearsal):
        place = bucket(brand.key, brand.arms.salt, keys[message.profile])
        assert message.arm == arm_of(place, brand.arms)


def test_each_decisions_chances_are_those_of_what_was_chosen(rehearsal: Rehearsal) -> None:
    times: dict[tuple[str, int, str], float] = {}
    drawn = 0
    for decision in rehearsal.decisions():
        point = (decision.profile, decision.run, decision.point)
        for one in decision.draws:
            assert isclose(sum(one.probabilities), 1.0, abs_tol=1e-9)
            assert min(one.probabilities) > 0.0
            assert one.probabilities[one.levels.index(one.chosen)] == one.probability
            if one.factor != "send":
                expected = "" if decision.action.hold else one.chosen
                assert decision.action.level(one.factor) == expected
        if not decision.draws:
            assert decision.propensity == 1.0
            assert decision.reason
            continue
        drawn += 1
        own = prod(one.probability for one in decision.draws)
        if decision.stage == "time":
            times[point] = own
        else:
            own *= times[point]
        assert isclose(decision.propensity, own, rel_tol=1e-12)
    assert drawn > 40


def test_every_message_has_one_decision_that_led_to_it_and_one_outcome(
    rehearsal: Rehearsal,
) -> None:
    decisions = {decision.id: decision for decision in rehearsal.decisions()}
    database = rehearsal.installation.database
    outcomes = Counter(row["decision"] for row in rows(database, "SELECT * FROM outcomes"))
    for message in sent(rehearsal):
        assert decisions[message.decision].message == message.key
        assert decisions[message.decision].arm == message.arm
        assert outcomes[message.decision] <= 1
    assert set(outcomes.values()) == {1}


# --- The e-mails --------------------------------------------------------------------------------


def test_every_sent_message_is_one_file_and_every_file_one_message(rehearsal: Rehearsal) -> None:
    files = sorted(rehearsal.installation.mail_folder.rglob("*"))
    names = sorted(file.name for file in files if file.is_file())
    assert names == sorted(f"{message.key}.eml" for message in sent(rehearsal))


def plain_text(rehearsal: Rehearsal, row: MessageRow) -> str:
    path = rehearsal.installation.mail_folder / rehearsal.brand.key / f"{row.key}.eml"
    mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def basket(text: str) -> tuple[int, int] | None:
    """What the lines of a basket come to in an e-mail, and its total, in pence; None: no basket."""
    _, heading, rest = text.partition("Your basket:\n")
    told = rest.partition("\n\n")[0]
    lines = re.sub(r"\n  ", " ", told).splitlines()
    prices = [re.search(r"£([\d,.]+)$", line) for line in lines]
    pence = [int(found[1].replace(",", "").replace(".", "")) for found in prices if found]
    return (sum(pence[:-1]), pence[-1]) if heading and len(pence) == len(lines) > 1 else None


def test_lines_of_a_basket_add_up_and_reach_what_its_offer_asks_for(rehearsal: Rehearsal) -> None:
    """The shop's software tells what would be paid, delivery included; a browser does, too."""
    installation, brand = rehearsal.installation, rehearsal.brand.key
    offers = installation.blueprint(brand).releases[-1].offers
    least = {offer.key: offer.min_total for offer in offers}
    seen: list[int] = []
    for row in sent(rehearsal):
        told = basket(plain_text(rehearsal, row))
        message = installation.records.message(brand, row.key)
        if told is not None and message is not None:
            goods, total = told
            assert goods == total, row
            seen.append(least[message.action.offer])
            assert goods >= seen[-1], row
    assert len(seen) > 20
    assert any(seen)


def test_every_e_mail_has_the_way_out_the_address_and_both_parts(rehearsal: Rehearsal) -> None:
    installation, brand = rehearsal.installation, rehearsal.brand
    for row in sent(rehearsal):
        path = installation.mail_folder / brand.key / f"{row.key}.eml"
        mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        assert isinstance(mail, EmailMessage)
        message = installation.records.message(brand.key, row.key)
        assert message is not None
        assert mail["To"] == contact(rehearsal, row.profile).email
        assert mail["Subject"] == message.subject != ""
        assert mail["List-Unsubscribe"] == f"<{message.unsubscribe_url}>"
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        parts = {part.get_content_type(): str(part.get_content()) for part in mail.iter_parts()}
        assert list(parts) == ["text/plain", "text/html"]
        assert brand.postal_address in " ".join(parts["text/plain"].split())
        assert brand.postal_address.replace("&", "&amp;") in parts["text/html"]
        for part in parts.values():
            assert "{{" not in part
            assert message.unsubscribe_url in part


# --- What it was worth --------------------------------------------------------------------------


def orders_by_address(rehearsal: Rehearsal) -> dict[str, list[PlacedOrder]]:
    """What the shop's own books say."""
    bought = defaultdict(list)
    for order in rehearsal.shop.orders:
        bought[rehearsal.shop.customers[order.checkout.customer].email].append(order)
    return bought


def test_every_order_that_the_shop_took_counts_once_whoever_told_of_it(
    rehearsal: Rehearsal,
) -> None:
    bought = orders_by_address(rehearsal)
    sql = "SELECT profile, revenue FROM orders WHERE placed = 1 AND at >= ?"
    counted = defaultdict(list)
    for row in rows(rehearsal.installation.database, sql, rehearsal.shop.settings.start):
        person = contact(rehearsal, row["profile"]).email
        counted[person].append(row["revenue"])
    assert {person: sorted(o.revenue for o in theirs) for person, theirs in bought.items()} == {
        person: sorted(revenues) for person, revenues in counted.items()
    }
    told = rows(
        rehearsal.installation.database,
        "SELECT count(*) AS count FROM events WHERE type = 'order_placed' AND NOT backfill",
    )
    assert told[0]["count"] > 1.3 * len(rehearsal.shop.orders)


def test_the_report_counts_what_was_bought_after_the_basket_was_left(rehearsal: Rehearsal) -> None:
    installation, bought = rehearsal.installation, orders_by_address(rehearsal)
    back = {
        r["profile"] for r in rows(installation.database, "SELECT * FROM orders WHERE placed=0")
    }
    compared = 0
    for outcome in installation.records.profile_outcomes(rehearsal.brand.key, "checkout"):
        theirs = bought[contact(rehearsal, outcome.profile).email or ""]
        if any(-15 * MINUTE < order.at - outcome.entered_at < 0 for order in theirs):
            continue  # a source whose word came late stamps it later than it was
        since = [order for order in theirs if order.at >= outcome.entered_at]
        assert outcome.orders == len(since)
        if outcome.profile not in back:
            compared += 1
            assert outcome.revenue == sum(order.revenue for order in since)
    assert compared > 20


def test_the_reports_sums_are_those_of_its_profiles(rehearsal: Rehearsal) -> None:
    installation = rehearsal.installation
    outcomes = installation.records.profile_outcomes(rehearsal.brand.key, "checkout")
    (report,) = installation.readings.report(rehearsal.brand.key)
    assert report.withheld == ""
    messages = Counter(message.profile for message in sent(rehearsal))
    for arm in report.arms:
        theirs = [outcome for outcome in outcomes if outcome.arm == arm.arm]
        assert arm.profiles == len(theirs)
        assert arm.revenue == sum(outcome.revenue for outcome in theirs)
        assert arm.messages == sum(messages[outcome.profile] for outcome in theirs)
    assert sum(arm.messages for arm in report.arms) == len(sent(rehearsal))


def test_what_went_back_is_off_the_revenue(rehearsal: Rehearsal) -> None:
    database = rehearsal.installation.database
    by_order = rows(
        database,
        "SELECT profile, order_id, sum(revenue) AS revenue, sum(placed) AS placed, "
        "min(revenue) AS least FROM orders GROUP BY profile, order_id",
    )
    refunded = [row for row in by_order if row["least"] < 0]
    assert refunded
    for row in refunded:
        assert row["placed"] == 1
        assert row["revenue"] >= 0


def test_in_a_world_where_no_message_does_anything_the_shop_still_runs(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = tmp_path_factory.mktemp("null")
    rehearsal = a_rehearsal(home, customers=60, days=3, response="null")
    try:
        assert rehearsal.simulated.messages > 0
        assert [s for s in rehearsal.simulated.answers if int(s) >= 400] == []
        assert rehearsal.hindsight() is not None
    finally:
        rehearsal.installation.close()
