"""Changing the rules of the whole brand and its care: the files, roles, two at once, mistakes."""

from __future__ import annotations

import threading

import pytest
from desk_world import BRAND, ME, World
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.app.frameworks.brand_editing import BrandOrder
from rapport.app.frameworks.editing import ChangedMeanwhileError, ReadOnlyError, Saved
from rapport.app.in_charge.people import NotAllowedError
from rapport.bootstrap.desks.own_files import OF_RULES, OwnFilesDesk
from rapport.core.brand import WriterBudget
from rapport.core.creative.editing import RemoveRule, SaveRule, rule_id
from rapport.core.creative.framework import FORBID, ONLY, SILENCE, Condition, Rule
from rapport.core.deciding.brand_rules import BrandRuleChange, SetCare, SetWriter, seen_id
from rapport.core.deciding.care import OCCASIONS, Care, Caring
from rapport.core.oversight.people import AUTHOR, VIEWER, Actor
from rapport.core.time import DAY, HOUR
from rapport.errors import BrandFolderError

RULES, SETTINGS = "rules.yaml", "brand.yaml"
JUST_BOUGHT = Rule(
    "No money off just after buying",
    levels=(("offer", ("five-off",)),),
    when=(Condition("days_since_order", "<", 14.0),),
    kind=FORBID,
    because="They paid the full price.",
)
GENTLE = Rule(
    "Gentle after money went back",
    levels=(("tone", ("plain",)),),
    when=(Condition("days_since_refund", "<", 30.0),),
    kind=ONLY,
    because="Something went wrong.",
    frameworks=("checkout",),
)
SHUT = Rule(
    "Quiet while we are shut", kind=SILENCE, because="So.", first_day=20_000, last_day=20_010
)


def desk(world: World) -> OwnFilesDesk:
    return OwnFilesDesk(world.here, world.desk, OF_RULES)


def order(world: World, change: BrandRuleChange) -> BrandOrder:
    name = SETTINGS if isinstance(change, SetCare | SetWriter) else RULES
    return BrandOrder(desk(world).open(BRAND)[name].edition, change)


def save(world: World, change: BrandRuleChange, actor: Actor = ME) -> Saved:
    return desk(world).save(BRAND, order(world, change), actor)


def rules(world: World) -> tuple[Rule, ...]:
    return world.desk.book(BRAND).content.rules


def care(world: World) -> Care:
    return world.desk.book(BRAND).content.brand.care


def test_the_first_rule_makes_the_file_and_is_on_record_and_not_published(world: World) -> None:
    assert save(world, SaveRule(JUST_BOUGHT)).files == (RULES,)
    assert rules(world) == (JUST_BOUGHT,)
    (deed,) = world.deeds()
    assert (deed.who, deed.did, deed.what) == ("owner", "edited", "the brand's rules")
    assert deed.why == "added rule No money off just after buying"
    assert {"the file", "rules.yaml became"} <= set(deed.saw)
    assert world.release == 1
    assert desk(world).changed(BRAND) == [RULES]
    assert world.desk.publish(BRAND, ME, world.desk.changes(BRAND).seen).number == 2
    assert world.here.blueprint(BRAND).releases[-1].rules == (JUST_BOUGHT,)
    assert desk(world).changed(BRAND) == []


def test_rules_of_every_kind_are_added_changed_and_removed_with_comments_kept(
    world: World,
) -> None:
    for rule in (JUST_BOUGHT, GENTLE, SHUT):
        save(world, SaveRule(rule))
    assert rules(world) == (JUST_BOUGHT, GENTLE, SHUT)
    world.change("- name: Gentle", "# Nell asked for this one.\n- name: Gentle", RULES)
    before = world.text(RULES)
    assert "# Nell asked" in before

    longer = replace(
        GENTLE, when=(Condition("days_since_refund", "<", 45.0),), frameworks=(), because="She did."
    )
    save(world, SaveRule(longer, was=rule_id(GENTLE), named=GENTLE.name))
    assert rules(world) == (JUST_BOUGHT, longer, SHUT)
    assert "# Nell asked" in world.text(RULES)
    save(world, SaveRule(GENTLE, was=rule_id(longer), named=longer.name))
    assert world.text(RULES) == before

    for rule in (SHUT, JUST_BOUGHT, GENTLE):
        save(world, RemoveRule(rule_id(rule), rule.name))
    assert rules(world) == ()
    assert not world.desk.book(BRAND).mistakes
    save(world, SaveRule(SHUT))
    assert rules(world) == (SHUT,)


LENGTHS = st.integers(0, 90)
SOFTLY = st.tuples(st.lists(st.sampled_from(["warm", "plain"]), unique=True), st.integers(1, 90))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(OCCASIONS), LENGTHS, SOFTLY), max_size=4))
def test_any_care_is_written_and_read_back(
    world: World, wanted: list[tuple[str, int, tuple[list[str], int]]]
) -> None:
    for occasion, wait, (tones, more) in wanted:
        soft_for = (wait + more) * DAY if tones else 0
        caring = Caring(wait * DAY, tuple(tones), soft_for)
        save(world, SetCare(occasion, caring, seen_id(care(world).after(occasion))))
        assert care(world).after(occasion) == caring
        assert not world.desk.book(BRAND).mistakes
    for occasion in OCCASIONS:
        save(world, SetCare(occasion, Care().after(occasion), seen_id(care(world).after(occasion))))
    assert "care" not in world.text(SETTINGS)


BUDGETS = st.builds(WriterBudget, st.integers(0, 999), st.integers(0, 10**6), st.booleans())
WRITTEN = st.sampled_from(
    [
        "",
        "writer: {questions_a_day: 7}  # enough\n",
        "writer:  # as Jo wants it\n  tokens_a_day: 9000  # no more\n  proofreads: yes\n",
        "writer:\n",
        "writer: {\n  questions_a_day: 7, tokens_a_day: 8,\n  proofreads: true }\n",
    ]
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(WRITTEN, st.lists(BUDGETS, min_size=1, max_size=3))
def test_whatever_a_model_may_do_is_written_and_read_back(
    world: World, written: str, wanted: list[WriterBudget]
) -> None:
    before = world.text(SETTINGS)
    world.change("facts:", f"{written}facts:", SETTINGS)
    for budget in wanted:
        now = world.desk.book(BRAND).content.brand.writer
        save(world, SetWriter(budget, seen_id(now)))
        assert world.desk.book(BRAND).content.brand.writer == budget
        assert not world.desk.book(BRAND).mistakes
    for comment in ("# enough", "# as Jo wants it", "# no more"):
        assert (comment in written) == (comment in world.text(SETTINGS))
    (world.folder / SETTINGS).write_text(before, "utf-8")


def test_care_is_on_record_beside_comments_and_in_a_form_of_one_line(world: World) -> None:
    world.change(
        "facts:", "care:  # as Jo wants it\n  refund: {wait: 5d}  # not three\nfacts:", SETTINGS
    )
    save(world, SetCare("refund", Caring(7 * DAY, ("plain",), 20 * DAY), seen_id(Caring(5 * DAY))))
    assert care(world).refund == Caring(7 * DAY, ("plain",), 20 * DAY)
    assert "# as Jo wants it" in world.text(SETTINGS)
    assert world.deeds()[-1].why == "care refund: wait 7d and only plain for 20d, it was wait 5d"
    assert desk(world).changed(BRAND) == [SETTINGS]
    world.change("care:  # as Jo wants it\n", "care:\n", SETTINGS)
    half = Caring(36 * HOUR)
    save(world, SetCare("open_ticket", half, seen_id(Care().open_ticket)))
    assert care(world).open_ticket == half


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (SaveRule(replace(JUST_BOUGHT, name="No warmth after a refund")), "records name rules"),
        (SaveRule(replace(GENTLE, levels=(("tone", ("loud",)),))), "a level of tone"),
        (
            SaveRule(replace(SHUT, kind=FORBID, levels=(("visual", ("note", "list")),))),
            "leaves no message",
        ),
        (SaveRule(replace(GENTLE, frameworks=("browse",))), "framework"),
        (SaveRule(replace(SHUT, because="")), "'because' is missing"),
        (
            SetCare("refund", Caring(5 * DAY, ("plain",), 5 * DAY), seen_id(Care().refund)),
            "longer than",
        ),
        (SetCare("refund", Caring(999 * DAY), seen_id(Care().refund)), "at most 365d"),
    ],
)
def test_what_publishing_would_refuse_is_not_written(
    world: World, change: BrandRuleChange, told: str
) -> None:
    before = world.everything()
    with pytest.raises(BrandFolderError, match=told):
        save(world, change)
    with pytest.raises(BrandFolderError, match=told):
        desk(world).check(BRAND, order(world, change), ME)
    assert world.everything() == before
    assert world.deeds() == []


def test_what_somebody_else_changed_is_told_and_not_written_over(world: World) -> None:
    save(world, SaveRule(JUST_BOUGHT))
    seen = order(world, SaveRule(replace(JUST_BOUGHT, because="Mine."), rule_id(JUST_BOUGHT)))
    gone = order(world, RemoveRule(rule_id(JUST_BOUGHT), JUST_BOUGHT.name))
    theirs = replace(JUST_BOUGHT, because="Theirs.")
    save(world, SaveRule(theirs, rule_id(JUST_BOUGHT), JUST_BOUGHT.name))
    for one in (seen, gone, order(world, SaveRule(JUST_BOUGHT))):
        with pytest.raises(ChangedMeanwhileError):
            desk(world).save(BRAND, one, ME)
    assert rules(world) == (theirs,)

    late = order(world, SetCare("refund", Caring(), seen_id(Care().refund)))
    save(world, SetCare("refund", Caring(9 * DAY), seen_id(Care().refund)))
    with pytest.raises(ChangedMeanwhileError):
        desk(world).save(BRAND, late, ME)
    assert care(world).refund == Caring(9 * DAY)
    same = SetCare(
        "refund", Caring(9 * DAY), seen_id(Care().refund)
    )  # who wants what is there already
    assert save(world, same).files == ()


def test_many_at_once_lose_nothing(world: World) -> None:
    save(world, SaveRule(SHUT))
    wanted = [replace(JUST_BOUGHT, name=f"Rule {n}") for n in range(6)]
    orders = [order(world, SaveRule(rule)) for rule in wanted]
    cares = [
        order(world, SetCare(one, Caring((n + 5) * DAY), seen_id(Care().after(one))))
        for n, one in enumerate(OCCASIONS)
    ]
    wrong: list[Exception] = []

    def run(one: BrandOrder) -> None:
        try:
            desk(world).save(BRAND, one, ME)
        except Exception as error:  # noqa: BLE001 (whatever it is, it is told below)
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(one,)) for one in (*orders, *cares)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert {rule.name for rule in rules(world)} == {SHUT.name, *(rule.name for rule in wanted)}
    assert [care(world).after(one).wait // DAY for one in OCCASIONS] == [5, 6, 7, 8]
    assert len(world.deeds()) == 11


def test_a_viewer_changes_nothing_and_an_author_does(world: World) -> None:
    world.employ(Vi=VIEWER, Al=AUTHOR)
    with pytest.raises(NotAllowedError):
        save(world, SaveRule(SHUT), Actor("Vi", VIEWER))
    assert RULES not in world.everything()
    save(world, SaveRule(SHUT), Actor("Al", AUTHOR))
    assert rules(world) == (SHUT,)


def test_checking_and_saying_the_same_write_nothing(world: World) -> None:
    save(world, SaveRule(SHUT))
    before, deeds = world.everything(), world.deeds()
    desk(world).check(BRAND, order(world, SaveRule(JUST_BOUGHT)), ME)
    assert save(world, SaveRule(SHUT, rule_id(SHUT), SHUT.name)).files == ()
    assert world.everything() == before
    assert world.deeds() == deeds


def test_without_a_folder_there_is_nothing_to_change(world: World) -> None:
    world.folder.rename(world.folder.parent.parent / "elsewhere")
    assert desk(world).open(BRAND) == {}
    with pytest.raises(ReadOnlyError):
        desk(world).save(BRAND, BrandOrder("", SaveRule(SHUT)), ME)
