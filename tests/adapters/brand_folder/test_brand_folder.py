"""A brand's folder is read whole, and every mistake is named with its place and its remedy."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fixture_folder import FIXTURE, edit, problems

from rapport.adapters.brand_folder import read_brand_folder, write_brand_folder
from rapport.adapters.brand_folder.zones import compile_zone
from rapport.core.brand import Cap
from rapport.core.creative.framework import Condition
from rapport.core.flow import Branch, DecisionPoint, Exit, Wait
from rapport.core.time import DAY, HOUR, MINUTE, SECOND
from rapport.errors import BrandFolderError


def test_a_right_folder_becomes_typed_values() -> None:
    folder = read_brand_folder(FIXTURE)
    brand = folder.brand
    assert (brand.key, brand.from_name, brand.reply_to) == (
        "tin-kettle",
        "Jo at Tin Kettle",
        "shop@tinkettle.example",
    )
    assert (brand.quiet_from, brand.quiet_until) == (21 * 60, 8 * 60)
    assert brand.caps == (Cap(1, DAY),)
    assert (brand.margin_rate, brand.margin_floor) == (0.55, 0.125)
    assert (brand.message_cost, brand.unsubscribe_cost) == (0.1, 600.0)
    assert (brand.arms.holdout, brand.arms.usual, brand.arms.salt) == (1000, 2000, "spring")
    assert brand.postal_address == "Tin Kettle Ltd\nThe Forge, Hill Road, Penwick PN0 0AA"
    assert brand.claims == ("Every kettle is made by hand.",)
    five_off = folder.offers[1]
    assert (five_off.value, five_off.min_total, five_off.lasts) == (500, 2000, 48 * HOUR)
    assert five_off.who == (
        Condition("orders_count", ">=", 1.0),
        Condition("days_since_refund", ">", 30.0),
    )


def test_a_flow_becomes_nodes_whose_branches_lead_forward() -> None:
    wait, branch, point, last_branch, end = read_brand_folder(FIXTURE).flows[0].nodes
    assert wait == Wait(45 * MINUTE, quiet=True, at_most=6 * HOUR)
    assert branch == Branch((Condition("open_tickets", "==", 0.0),), otherwise=4)
    assert isinstance(point, DecisionPoint)
    assert [time.minute_of_day for time in point.times] == [-1, 18 * 60 + 30]
    assert point.times[1].label == "Evening"
    assert isinstance(last_branch, Branch)
    assert last_branch.otherwise == 5
    assert end == Exit("said enough")


def test_an_entry_becomes_one_block_for_each_slot_it_fills() -> None:
    framework = read_brand_folder(FIXTURE).frameworks[0]
    by_id = {block.id: block for block in framework.blocks}
    block = by_id["checkout/first/warm/help/subject"]
    assert (block.slot, block.points, block.tones, block.angles, block.offers) == (
        "subject",
        ("first",),
        ("warm",),
        ("help",),
        (),
    )
    assert block.where == "creative/checkout.yaml:27"
    assert by_id["checkout/five-off/offer_line"].offers == ("five-off",)
    assert by_id["checkout/signoff"].text == "Warmly,\nJo"


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param(
            "creative/checkout.yaml",
            "key: plain,",
            "key: 'Plain!',",
            "creative/checkout.yaml:6: tones[1].key: found 'Plain!', expected lower-case letters, "
            "digits and '-'",
            id="a key with other letters",
        ),
        pytest.param(
            "brand.yaml",
            "currency: GBP",
            "currncy: GBP",
            "brand.yaml:10: currncy: unknown key; did you mean 'currency'?",
            id="an unknown key",
        ),
        pytest.param(
            "brand.yaml",
            "language: en",
            "language: en\nname: Again",
            "brand.yaml:13: name: written twice, the first time on line 3",
            id="a repeated key",
        ),
        pytest.param(
            "brand.yaml", "name: Tin Kettle\n", "", "brand.yaml:2: 'name' is missing", id="missing"
        ),
        pytest.param(
            "brand.yaml",
            "time_zone: Europe/London",
            "time_zone: ../../etc/passwd",
            "brand.yaml:13: time_zone: found '../../etc/passwd', expected a time zone's name",
            id="no time zone",
        ),
        pytest.param(
            "brand.yaml",
            "holdout: 10%",
            "holdout: 90%",
            "brand.yaml:19: arms: holdout and usual are more than 100% together",
            id="arms above one",
        ),
        pytest.param(
            "brand.yaml",
            "'#0a5c4a'",
            "'red;}'",
            "brand.yaml:21: colours.accent: found 'red;}', expected a colour such as '#1a2b3c'",
            id="a colour that is CSS",
        ),
        pytest.param(
            "offers.yaml",
            "value: 5.00",
            "value: 5.001",
            "offers.yaml:6: offers[1].value: found '5.001', expected an amount up to 999,999,999, "
            "such as 3.95",
            id="an amount finer than the currency",
        ),
        pytest.param(
            "offers.yaml",
            "kind: amount\n    label: Five pounds off\n    value: 5.00",
            "kind: percent\n    label: Money off\n    value: 110%",
            "offers.yaml:6: offers[1].value: found '110%', expected a whole percentage from 1% to "
            "100%, such as 10%",
            id="more than all of it off",
        ),
        pytest.param(
            "offers.yaml",
            "key: five-off",
            "key: none",
            "offers.yaml:3: offers[1]: offer 'none' is written twice, first on line 2",
            id="an offer twice",
        ),
        pytest.param(
            "offers.yaml",
            "orders_count >= 1",
            "order_count >= 1",
            "offers.yaml:10: offers[1].who[0]: unknown signal 'order_count'; "
            "did you mean 'orders_count'?",
            id="an unknown signal",
        ),
        pytest.param(
            "flows/checkout.yaml",
            "wait: 45m",
            "wait: 45 minutes",
            "flows/checkout.yaml:9: steps[0].wait: found '45 minutes', expected a length of time "
            "such as 45m, 3h or 2d",
            id="a length of time",
        ),
        pytest.param(
            "flows/checkout.yaml",
            "at: '18:30'",
            "at: '25:30'",
            "flows/checkout.yaml:15: steps[2].times[1].at: found '25:30', expected a time of day",
            id="a time of day",
        ),
        pytest.param(
            "flows/checkout.yaml",
            "trigger: checkout_started",
            "trigger: checkout_start",
            "did you mean 'checkout_started'?",
            id="an unknown trigger",
        ),
        pytest.param(
            "flows/checkout.yaml",
            "otherwise: quiet-end",
            "otherwise: quite-end",
            "flows/checkout.yaml:10: steps[1].otherwise: found 'quite-end', expected the name of a "
            "step, or exit; did you mean 'quiet-end'?",
            id="an unknown step",
        ),
        pytest.param(
            "flows/checkout.yaml",
            "{wait: 45m,",
            "{name: quiet-end, wait: 45m,",
            "expected a step further down: a run only goes forward",
            id="a branch that goes back",
        ),
        pytest.param(
            "flows/checkout.yaml",
            "tone: plain, angle",
            "tone: plane, angle",
            "steps[2].usual.tone: found 'plane', expected a level of tone that exists; "
            "did you mean 'plain'?",
            id="a usual level that is not there",
        ),
        pytest.param(
            "flows/checkout.yaml",
            "framework: checkout",
            "framework: chekout",
            "steps[2].framework: found 'chekout', expected a framework that exists; "
            "did you mean 'checkout'?",
            id="an unknown framework",
        ),
        pytest.param(
            "flows/checkout.yaml",
            "offer: none, tone: plain, angle: help, visual: note",
            "offer: five-off, tone: plain, angle: help, visual: note",
            "the rule 'An offer comes with the list' forbids the usual message of point first",
            id="a usual message that is forbidden",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "points: [first]",
            "points: [frist]",
            "creative/checkout.yaml:24: blocks[0].points[0]: found 'frist', expected a decision "
            "point of this framework that exists; did you mean 'first'?",
            id="an unknown decision point",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "offers: [none, five-off]",
            "offers: [none, five-of]",
            "offers[1]: found 'five-of', expected an offer that exists; did you mean 'five-off'?",
            id="an unknown offer",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "{{ offer.value }}",
            "{{ offer.vlaue }}",
            "creative/checkout.yaml:43: blocks[2].offer_line: unknown fact 'offer.vlaue'; "
            "did you mean 'offer.value'?",
            id="an unknown fact, on the line where it stands",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "{{ brand.facts.returns_days }} to",
            "{{ brand.facts.return_days }} to",
            "creative/checkout.yaml:33: blocks[0].body: unknown fact 'brand.facts.return_days'",
            id="an unknown fact of the brand, on the third line of a text",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "{% endif %}.",
            ".",
            "blocks[0].body: Liquid cannot be read: expected tag endif",
            id="Liquid that does not end",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "cta: See your basket",
            "cta: See your whole basket of kettles now",
            "blocks[0].cta: found 36 characters before any fact, expected at most 28",
            id="words longer than the slot",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "cta: Return to checkout",
            "cta: Synergy with kettles",
            "blocks[1].cta: found 'Synergy', which voice.yaml asks to avoid",
            id="a word the voice avoids",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "cta: Return to checkout",
            "cta: Return to chеckout",
            "blocks[1].cta: found 'chеckout' (look-alike letters)",
            id="a letter that only looks like one of ours",
        ),
        pytest.param(
            "voice.yaml",
            "stop: {guilt:",
            "stop: {gilt:",
            "voice.yaml:5: stop.gilt: unknown key; did you mean 'guilt'?",
            id="a check that there is not",
        ),
        pytest.param(
            "voice.yaml",
            "[the tinsmith waits*]",
            "['*']",
            "voice.yaml:5: stop.guilt[0]: found '*', expected words",
            id="a phrase without words",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "cta: Return to checkout",
            "cta: Save 10% today",
            "blocks[1].cta: found '10' (figure)",
            id="a figure between facts",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "cta: Return to checkout",
            "cta: Last chance",
            "blocks[1].cta: found 'Last chance' (urgency)",
            id="urgency without an offer that ends",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "preheader: It is here, and so are we.",
            "preheader: With {{ offer.code }} in hand.",
            "{{ offer.code }} is empty for the offer 'none'",
            id="a fact that an offer does not have",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "  - tone: plain\n    subject",
            "  - tone: plain\n    points: [first]\n    angle: help\n    visual: list\n    subject",
            "creative/checkout.yaml:1: no approved subject for tone plain, visual note "
            "at point first",
            id="a combination without words",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "Take {{ offer.value }} off with {{ offer.code }}, on orders over {{ offer.minimum }}.",
            "Something off.",
            "no approved words that name the offer for offer five-off at point first",
            id="an offer that no words name",
        ),
        pytest.param(
            "creative/checkout.yaml",
            "layout: layouts/note.mjml",
            "layout: ../../../etc/passwd",
            "expected an .mjml file inside the brand's folder",
            id="a layout outside the folder",
        ),
        pytest.param(
            "layouts/list.mjml",
            '<a href="{{ item.url }}">',
            '<a href="https://elsewhere.example">',
            "layouts/list.mjml:16: found the link 'https://elsewhere.example', expected a fact",
            id="a fixed link in a layout",
        ),
        pytest.param(
            "layouts/list.mjml",
            "{{ brand.address }}",
            "",
            "layouts/list.mjml:1: {{ brand.address }} is missing: every layout has it",
            id="a layout without the postal address",
        ),
        pytest.param(
            "layouts/list.mjml",
            "</mj-table>",
            "",
            "layouts/list.mjml:1: MJML cannot be read",
            id="MJML that does not close",
        ),
        pytest.param(
            "layouts/list.mjml",
            "<mj-table>",
            '<mj-raw><script src="https://elsewhere.example/x.js"></script></mj-raw><mj-table>',
            "layouts/list.mjml:12: found active content (<script)",
            id="a script in a layout",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(
    folder: Path, file: str, old: str, new: str, expected: str
) -> None:
    edit(folder, file, old, new)
    assert any(expected in problem for problem in problems(folder)), problems(folder)


def test_an_amount_of_a_currency_without_decimals_is_not_asked_for_with_some(folder: Path) -> None:
    edit(folder, "brand.yaml", "currency: GBP", "currency: JPY")
    edit(folder, "offers.yaml", "value: 5.00", "value: 3.95")
    told = "offers.yaml:6: offers[1].value: found '3.95', expected an amount up to 999,999,999, "
    told += "such as 395"
    assert told in problems(folder)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_files(folder: Path) -> None:
    edit(folder, "brand.yaml", "currency: GBP", "currency: POUNDS")
    edit(folder, "offers.yaml", "lasts: 48h", "lasts: soon")
    edit(folder, "flows/checkout.yaml", "enter_within: 6h", "enter_within: 6")
    found = problems(folder)
    assert [problem.split(":")[0] for problem in found] == [
        "brand.yaml",
        "flows/checkout.yaml",
        "offers.yaml",
    ]


def test_a_folder_that_is_not_there_is_told_plainly(tmp_path: Path) -> None:
    assert problems(tmp_path / "nowhere") == (f"{tmp_path / 'nowhere'}: there is no such folder",)


def test_every_missing_file_is_told(tmp_path: Path) -> None:
    found = problems(tmp_path)
    for name in ("brand.yaml", "voice.yaml", "offers.yaml"):
        assert f"{name}: the file is missing" in found
    assert "creative/: found no .yaml file, expected at least one" in found


def test_a_misspelt_file_is_not_passed_over(folder: Path) -> None:
    (folder / "claims.yaml").rename(folder / "claim.yaml")
    assert problems(folder) == ("claim.yaml: unknown file; did you mean 'claims.yaml'?",)


@pytest.mark.parametrize("name", ["Europe/London", "America/New_York", "Asia/Kolkata", "UTC"])
def test_a_compiled_zone_gives_the_offsets_of_the_database(name: str) -> None:
    zone, known = compile_zone(name), ZoneInfo(name)
    start = int(datetime(2000, 1, 2, tzinfo=UTC).timestamp())
    for moment in range(start, start + 40 * 365 * 86_400, 37 * 3_601):
        expected = datetime.fromtimestamp(moment, tz=known).utcoffset()
        assert expected is not None
        assert zone.offset_at(moment * SECOND) == expected.total_seconds() * SECOND


def test_a_compiled_zone_changes_at_the_very_minute() -> None:
    zone = compile_zone("Europe/London")
    spring = int(datetime(2026, 3, 29, 1, 0, tzinfo=UTC).timestamp()) * SECOND
    assert zone.offset_at(spring - 1) == 0
    assert zone.offset_at(spring) == HOUR


def test_a_second_entry_for_the_same_combination_is_for_those_who_had_the_first(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "brand"
    shutil.copytree(Path(__file__).parents[1] / "brand_folder_fixture", folder)
    file = folder / "creative/checkout.yaml"
    more = "  - tone: plain\n    subject: Still here, if you like\n"
    file.write_text(file.read_text() + more)
    read = read_brand_folder(folder)
    plain = [b for b in read.frameworks[0].blocks if b.id.startswith("checkout/plain/subject")]
    assert [block.id for block in plain] == ["checkout/plain/subject", "checkout/plain/subject~2"]
    write_brand_folder(read, tmp_path / "again")
    (tmp_path / "again/layouts").mkdir(exist_ok=True)
    assert read_brand_folder(tmp_path / "again").without_places() == read.without_places()

    file.write_text(file.read_text() + more)
    with pytest.raises(BrandFolderError) as refused:
        read_brand_folder(folder)
    assert any("the same words are approved already" in line for line in refused.value.problems)


@pytest.mark.parametrize("limit", ["-1", "10" + "0" * 30, "many", "''", "6.5", "[60]"])
def test_a_limit_that_cannot_be_read_is_one_mistake(folder: Path, limit: str) -> None:
    edit(folder, "creative/checkout.yaml", "max_chars: 60", f"max_chars: {limit}")
    (found,) = problems(folder)
    assert "max_chars: found " in found
    assert "expected a whole number of characters" in found


def test_a_limit_of_nothing_is_told_at_its_line_and_blames_no_words(folder: Path) -> None:
    edit(folder, "creative/checkout.yaml", "max_chars: 60", "max_chars: 0")
    (found,) = problems(folder)
    assert found.endswith("max_chars: found '0', expected a whole number of characters, 1 or more")


def test_a_fact_with_one_wrong_part_is_told_whole(folder: Path) -> None:
    edit(
        folder,
        "creative/checkout.yaml",
        "cart.first.title | truncate",
        "cart.frist.title | truncate",
    )
    assert any("did you mean 'cart.first.title'?" in found for found in problems(folder))


@pytest.mark.parametrize("key", ["Check out", "''", "a_b", "[checkout]"])
def test_a_framework_whose_key_cannot_be_read_is_one_mistake(folder: Path, key: str) -> None:
    edit(folder, "creative/checkout.yaml", "key: checkout", f"key: {key}")
    (found,) = problems(folder)
    assert found.startswith("creative/checkout.yaml:1: key: found ")


@pytest.mark.parametrize(
    ("file", "right", "kind"),
    [
        ("offers.yaml", "key: five-off", "offer"),
        ("creative/checkout.yaml", "{key: warm", "tone"),
        ("creative/checkout.yaml", "{key: help", "angle"),
    ],
)
def test_who_names_something_whose_key_cannot_be_read_is_not_told_of_an_empty_name(
    folder: Path, file: str, right: str, kind: str
) -> None:
    edit(folder, file, right, right.partition(":")[0] + ": 'Not A Key'")
    found = problems(folder)
    assert any("expected lower-case letters, digits and '-'" in one for one in found), kind
    assert not [one for one in found if "(, " in one or "()" in one or ", )" in one]


def test_an_empty_reference_is_told_with_what_there_is(folder: Path) -> None:
    edit(folder, "flows/checkout.yaml", "framework: checkout", "framework: ''")
    told = "found nothing, expected a framework that exists (checkout)"
    assert any(told in one for one in problems(folder))
