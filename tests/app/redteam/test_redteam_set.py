"""A set that somebody else wrote is read as it was meant, or said not to have been judged."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.app.redteam.line import Line
from rapport.app.redteam.rewrite_set import RewriteSet, read_set
from rapport.app.redteam.verdicts import Outcome, as_json, hold_against
from rapport.bootstrap.redteam import brand_to_hold_to, shipped_set
from rapport.errors import UserError

BRAND, TITLES = brand_to_hold_to()
SLOTS = {"subject": "Your basket is saved", "body": "It is all here.", "cta": "See it"}
PLAIN = {
    "framework": "checkout", "tone": "warm", "slots": SLOTS, "expected": "pass", "why": "a test",
}  # fmt: skip

Fields = dict[str, Any]  # a line of JSON, odd on purpose


def of(*entries: Fields) -> RewriteSet:
    return read_set("set", "\n".join(map(json.dumps, entries)).encode())


def one(**other: Any) -> tuple[Line, tuple[str, ...]]:
    """A line with some of its fields put otherwise; None takes one out."""
    found = of({key: value for key, value in {**PLAIN, **other}.items() if value is not ...})
    assert found.skipped == ()
    return found.lines[0], found.taken


def judged(found: RewriteSet) -> Outcome:
    return hold_against(found, BRAND, TITLES)


def test_a_line_as_documented_is_taken_as_it_is() -> None:
    line, taken = one()
    assert line == Line("checkout", "warm", SLOTS, "pass", "a test", number=1)
    assert taken == ()
    assert judged(of(PLAIN)).strange == ()


@pytest.mark.parametrize("why", [..., None, "", []])
def test_a_line_without_a_reason_is_judged(why: object) -> None:
    line, taken = one(why=why)
    assert line.why == ""
    assert taken == ("1 line: there is no 'why'.",)


def test_a_tone_or_framework_that_is_missing_is_taken_and_that_is_said() -> None:
    outcome = judged(of(*[{k: v for k, v in PLAIN.items() if k not in ("tone", "framework")}] * 3))
    assert outcome.kept
    assert len(outcome.tried) == 3
    assert outcome.strange == (
        "3 lines: no framework is named: held to 'checkout'.",
        "3 lines: no tone is named: 'warm', the first of 'checkout', was taken.",
    )


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("REJECT", "reject"), ("Reject", "reject"), (" rejected ", "reject"), ("bad", "reject"),
        ("block", "reject"), (False, "reject"), ("false", "reject"), ("not ok", "reject"),
        ("should be rejected", "reject"), ({"verdict": "block", "checks": []}, "reject"),
        ("accept", "pass"), ("good", "pass"), ("OK", "pass"), (True, "pass"), ("True", "pass"),
        ("PASS", "pass"), ("must pass", "pass"),
    ],
)  # fmt: skip
def test_a_verdict_in_other_words_is_taken_for_ours_and_that_is_said(
    value: object, meant: str
) -> None:
    line, taken = one(expected=value)
    assert line.expected == meant
    assert len(taken) >= (value != meant)


@pytest.mark.parametrize(
    "value",
    [
        "maybe",
        1,
        0,
        0.5,
        ["figure"],
        "do not send",
        "never pass",
        "pass or reject",
        "yes",
        None,
        {},
    ],
)
def test_a_verdict_that_cannot_be_known_leaves_that_line_out_by_its_number(value: object) -> None:
    found = of(PLAIN, {**PLAIN, "expected": value}, PLAIN)
    assert [line.number for line in found.lines] == [1, 3]
    assert [one.line for one in found.skipped] == [2]
    told = as_json(judged(found))
    assert told["kept"] is None
    assert told["lines"] == {"judged": 2, "not_judged": 1}
    assert told["false_alarms"]["lines"] == 2  # type: ignore[index]


@pytest.mark.parametrize(
    ("key", "value", "meant"),
    [
        ("label", "bad", "reject"), ("verdict", "Pass", "pass"), ("Expected", "reject", "reject"),
        ("should_reject", True, "reject"), ("shouldReject", False, "pass"), ("ok", True, "pass"),
        ("blocked", True, "reject"),
    ],
)  # fmt: skip
def test_a_verdict_under_another_name_is_found(key: str, value: object, meant: str) -> None:
    line, taken = one(expected=..., **{key: value})
    assert line.expected == meant
    assert any(key in sentence for sentence in taken)


@pytest.mark.parametrize(
    "other",
    [
        {"message": SLOTS},
        {"text": SLOTS},
        {"rewrite": SLOTS},
        {"Rewrite": json.dumps(SLOTS)},
        {"slots": {"slots": SLOTS}},
        {"slots": [{"slot": key, "text": words} for key, words in SLOTS.items()]},
        {"slots": [{key: words} for key, words in SLOTS.items()]},
        {"slots": {**SLOTS, "body": ["It is all here."]}},
        {"slots": {**SLOTS, "body": {"text": "It is all here."}}},
        {"slots": {**SLOTS, "signoff": None}},
        SLOTS,
        {"Subject": SLOTS["subject"], "message": SLOTS["body"], "CTA": SLOTS["cta"]},
        {"subject": SLOTS["subject"], "rewrite": {"body": SLOTS["body"], "CTA": SLOTS["cta"]}},
        {"Subject": SLOTS["subject"], "Body": SLOTS["body"], "callToAction": SLOTS["cta"]},
        {"subjectLine": SLOTS["subject"], "text": SLOTS["body"], "call to action": SLOTS["cta"]},
        {"slots": {"SUBJECT": SLOTS["subject"], "Body": SLOTS["body"], "CTA": SLOTS["cta"]}},
    ],
)
def test_the_same_message_is_read_wherever_it_stands(other: Fields) -> None:
    """Told by the checks themselves: each of its words, put wrong, is found in its own slot."""
    for slot, words in SLOTS.items():
        bad = json.loads(json.dumps(other).replace(words, f"{words} £5"))
        (tried,) = judged(
            of({"slots": ..., **PLAIN, "expected": "reject", **bad})
            if "slots" in other
            else of(
                {**{k: v for k, v in PLAIN.items() if k != "slots"}, "expected": "reject", **bad}
            )
        ).tried
        assert {found.where for found in tried.findings} == {slot}, (other, tried)
    good = {**{k: v for k, v in PLAIN.items() if k != "slots"}, **other}
    assert judged(of(good)).false_alarms == ()


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("pre-header", "preheader"), ("Pre Header", "preheader"), ("previewText", "preheader"),
        ("OfferLine", "offer_line"), ("offer-line", "offer_line"), ("Sign Off", "signoff"),
        ("Title", "headline"), ("Button", "cta"), ("call-to-action", "cta"),
    ],
)  # fmt: skip
def test_slots_in_capitals_with_spaces_or_hyphens_are_ours(name: str, ours: str) -> None:
    outcome = judged(of({**PLAIN, "slots": {name: "Only £5"}, "expected": "reject"}))
    assert {found.where for found in outcome.tried[0].findings} == {ours}
    assert f"1 line: there is no slot '{name}': it was taken for '{ours}'." in outcome.strange


def test_two_slots_that_come_to_one_are_both_judged() -> None:
    for words in (
        {"text": "Only £5", "body": "It is here."},
        {"body": "It is.", "text": "Only £5"},
    ):
        assert judged(of({**PLAIN, "slots": words, "expected": "reject"})).missed == ()


def test_a_body_in_paragraphs_is_judged_to_its_last() -> None:
    line, taken = one(slots={"body": ["It is here.", "", "Only £5."]}, expected="reject")
    assert line.slots == {"body": "It is here.\n\n\n\nOnly £5."}
    assert taken == ("1 line: 'body', not one piece of words, was put together.",)


def test_an_offer_at_the_top_is_the_one_decided_unless_it_is_words() -> None:
    assert one(offer="ten-percent")[0].offer == "ten-percent"
    line, _ = one(slots=..., body="It is here.", offer="{{ offer.value }} off for you")
    assert (line.offer, line.slots["offer"]) == (None, "{{ offer.value }} off for you")
    outcome = judged(of({**PLAIN, "offer": "Ten_Percent"}))
    assert "taken for 'ten-percent'" in outcome.strange[0]


def test_what_was_left_unread_is_said() -> None:
    _, taken = one(slots=..., body="It is here.", ps="Only two left.", id="a 1")
    assert "1 line: 'ps' was left unread." in taken


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([PLAIN, PLAIN]).encode(),
        json.dumps([PLAIN, PLAIN], indent=2).encode(),
        json.dumps({"rewrites": [PLAIN, PLAIN]}, indent=1).encode(),
        b"\xef\xbb\xbf" + b"\r\n".join([json.dumps(PLAIN).encode()] * 2),
        ("\n".join([json.dumps(PLAIN)] * 2)).encode("utf-16"),
        ("\n\n \n".join([json.dumps(PLAIN)] * 2)).encode(),
        ("[\n" + ",\n".join([json.dumps(PLAIN)] * 2) + ",\n]").encode(),
    ],
)
def test_a_set_in_another_form_has_the_same_lines(content: bytes) -> None:
    found = read_set("set", content)
    assert [line.slots for line in found.lines] == [SLOTS, SLOTS]
    assert found.skipped == ()


def test_one_object_over_several_lines_is_one_rewrite() -> None:
    assert len(read_set("set", json.dumps(PLAIN, indent=2).encode()).lines) == 1


@pytest.mark.parametrize(
    "broken",
    [
        b"not json", b"{", b"3", b"null", b"[[[", b"{}", b'"words"', b"\xff\xfe oh",
        b"[" * 100_000, json.dumps({**PLAIN, "slots": {"body": True}}).encode(),
        json.dumps({**PLAIN, "slots": {}}).encode(), json.dumps({**PLAIN, "slots": 5}).encode(),
        json.dumps({**PLAIN, "slots": None}).encode(),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_costs_no_other(broken: bytes) -> None:
    good = json.dumps(PLAIN).encode()
    found = read_set("set", b"\n".join([good, broken, good]))
    assert [line.number for line in found.lines] == [1, 3]
    assert [skipped.line for skipped in found.skipped] == [2]
    assert found.skipped[0].why


def test_half_a_character_is_judged_as_one_that_nobody_knows() -> None:
    raw = json.dumps({**PLAIN, "expected": "reject"}).replace("all here", "a\\ud800l here")
    outcome = judged(read_set("set", raw.encode()))
    assert outcome.missed == ()
    json.dumps(outcome.tried[0].line.slots, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "no line"), (b"{}", "set:1: "), (b"\n{}", "set:2: "), (b"[]", "no line"),
     (b"\xff", "set:1: it is not in UTF-8")],
)  # fmt: skip
def test_a_set_of_which_nothing_can_be_judged_is_an_error(content: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_set("set", content)


NAMES = {
    "subject": "Subject", "preheader": "pre-header", "headline": "Headline", "body": "Body",
    "cta": "callToAction", "offer_line": "Offer Line", "signoff": "Sign-Off",
}  # fmt: skip


def told_otherwise(line: Line, way: int) -> Fields:
    """A line as somebody else might have written it."""
    fields = {
        key: value
        for key, value in json.loads(msgspec.json.encode(line)).items()
        if key not in ("slots", "expected", "number") and value not in (None, "", [])
    }
    slots = {NAMES.get(slot, slot): words for slot, words in line.slots.items()}
    verdicts = {"reject": ("REJECT", "bad", False), "pass": ("Accept", "good", True)}
    fields["verdict"] = verdicts[line.expected][way % 3]
    if way % 4 == 0 and slots.keys() <= set(NAMES.values()):
        return {**fields, **slots}
    if way % 4 == 2:
        return {**fields, "slots": [{"name": slot, "text": text} for slot, text in slots.items()]}
    return {**fields, **({"message": slots} if way % 4 == 1 else {"rewrite": json.dumps(slots)})}


def test_the_shipped_set_in_another_form_comes_to_the_same_findings() -> None:
    lines = shipped_set()[::7]
    others = [told_otherwise(line, way) for way, line in enumerate(lines)]
    found = read_set("set", b"\xef\xbb\xbf" + json.dumps(others).encode())
    assert found.skipped == ()
    for ours, theirs in zip(
        hold_against(lines, BRAND, TITLES).tried, judged(found).tried, strict=True
    ):
        assert ours.line.expected == theirs.line.expected
        assert ours.findings == theirs.findings, theirs.line


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["subject", "text", "slot", "key", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from([*PLAIN, "label", "message", "Body", "offer", "earlier", "reject"]),
            ANYTHING | st.sampled_from(["pass", "reject", SLOTS]),
        ),
        max_size=4,
    )
)
def test_every_line_is_judged_or_named_whatever_it_holds(entries: list[Fields]) -> None:
    found = of(PLAIN, *entries)
    outcome = judged(found)
    numbers = [tried.number for tried in outcome.tried] + [one.line for one in outcome.skipped]
    assert sorted(numbers) == list(range(1, len(entries) + 2))


def test_a_line_that_says_nan_is_told_that_it_is_no_words() -> None:
    fine = json.dumps(PLAIN)
    found = read_set("set", f"{json.dumps({**PLAIN, 'subject': float('nan')})}\n{fine}".encode())
    assert [one.why for one in found.skipped] == ["'subject' is NaN, which is no words"]
    assert [line.number for line in found.lines] == [2]


def test_a_line_that_contradicts_itself_is_not_judged() -> None:
    twice = json.dumps(PLAIN).replace('"expected": "pass"', '"expected": "pass", "expected": "bad"')
    inside = json.dumps(PLAIN).replace('"cta": "See it"', '"cta": "See it", "cta": "Buy it"')
    both = json.dumps({**PLAIN, "verdict": "reject"})
    fine = json.dumps({**PLAIN, "verdict": "good"})
    why = [
        "'expected' stands there twice, and says two things",
        "'cta' stands there twice, and says two things",
        "'expected: pass' and 'verdict: reject' contradict each other",
    ]
    for whole in ("\n".join([twice, inside, both, fine]), f"[{twice},{inside},{both},{fine}]"):
        found = read_set("set", whole.encode())
        assert [one.why for one in found.skipped] == why
        assert [line.number for line in found.lines] == [4]
    earlier = json.dumps({**PLAIN, "earlier": [SLOTS]}).replace(
        '"cta": "See it"}]', '"cta": 1, "cta": 2}]'
    )
    assert len(read_set("set", f"{earlier}\n{fine}".encode()).skipped) == 1
