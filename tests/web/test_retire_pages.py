"""Retiring a brand in the console and over HTTP: by publishers, for a reason, on record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace
from test_stop_pages import BRAND, HOSTILE, Desk, as_person, order, people

from rapport.app.publishing.second_person import RetiredError
from rapport.app.wording.dates import local_time
from rapport.testing import examples as ex
from rapport.testing.things_to_store import a_send

RETIRE = f"/console/retire?brand={BRAND}"
NAME = "Alder & Clay"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.here.close()


def retire(desk: Desk, **changes: str) -> httpx.Response:
    form = {
        "csrf": desk.field("csrf"), "because": "the shop has closed", "name": NAME, **changes,
    }  # fmt: skip
    return desk.ask("POST", RETIRE, data=form)


def is_retired(desk: Desk) -> bool:
    return desk.here.blueprint(BRAND).releases[-1].retired is not None


def test_every_page_says_so_shows_what_was_and_it_can_be_brought_back(desk: Desk) -> None:
    with desk.here.store.transaction() as transaction:
        transaction.record(BRAND, [a_send("m1", at=ex.at(1))])
    assert "1 message waits now" in desk.page(RETIRE)
    assert f'href="{RETIRE}"' in desk.page()
    assert re.search(r'aria-current="page">Stops<', desk.page(RETIRE))
    answer = retire(desk)
    assert answer.status_code == 303
    assert 'role="status">Retired' in desk.page(answer.headers["location"])
    release = desk.here.blueprint(BRAND).releases[-1]
    since = local_time(release.since, release.brand.zone)
    for path in ("/console", "/console/policies", "/console/stops", "/console/frameworks"):
        html = desk.page(path)
        assert (
            f"is retired</b> since {since} (by <bdi>owner</bdi>: <bdi>the shop has closed</bdi>)"
            in html
        )
    assert "Checkout left behind" in desk.page("/console/stops")
    answer = retire(desk, do="back", because="it opens again")
    assert 'role="status">It is back' in desk.page(answer.headers["location"])
    assert "is retired</b>" not in desk.page()
    found = [entry.deed for entry in desk.here.records.audit_entries(BRAND, after=1)]
    assert [(one.did, one.why) for one in found] == [
        ("retired", "the shop has closed"), ("brought back", "it opens again"),
    ]  # fmt: skip
    assert found[0].saw["messages waiting"] == "1"


@pytest.mark.parametrize(
    "changes", [{"name": ""}, {"name": "Another"}, {"because": ""}, {"because": "x" * 501},
                {"do": "back"}],
)  # fmt: skip
def test_what_is_not_meant_is_refused_with_a_page_that_keeps_the_words(
    desk: Desk, changes: dict[str, str]
) -> None:
    answer = retire(desk, **changes)
    assert (answer.status_code, is_retired(desk)) == (400, False)
    assert 'role="alert"' in answer.text
    assert changes.get("because", "the shop has closed") in answer.text


def test_from_elsewhere_and_without_our_own_form_nothing_is_done(desk: Desk) -> None:
    assert retire(desk, csrf="0" * 64).status_code == 403
    assert not is_retired(desk)


def test_only_a_publisher_does_and_others_see_it(desk: Desk) -> None:
    people(desk, Pia="publisher", Ann="author", Vic="viewer")
    as_person(desk, "Ann")
    assert "A publisher can retire it." in desk.page(RETIRE)
    refused = retire(desk)
    assert (refused.status_code, is_retired(desk)) == (403, False)
    assert "Pia" in refused.text
    as_person(desk, "Pia")
    assert retire(desk).status_code == 303
    as_person(desk, "Vic")
    assert "A publisher can bring it back." in desk.page(RETIRE)


def test_words_that_people_typed_are_shown_as_text(desk: Desk) -> None:
    retire(desk, because=HOSTILE)
    for path in ("/console", "/console/stops", "/console/policies", RETIRE):
        assert "<script>alert" not in desk.page(path)


def test_its_folder_is_not_published_by_mistake(desk: Desk) -> None:
    retire(desk)
    folder = desk.here.copy_example()
    with pytest.raises(RetiredError, match="owner: the shop has closed"):
        desk.here.publish(folder)
    assert is_retired(desk)
    retire(desk, do="back")
    assert desk.here.publish(folder).number == 3


def test_a_program_retires_looks_and_brings_back_with_a_publishers_token(desk: Desk) -> None:
    people(desk, Pia="publisher", Rob="reviewer")
    why = {"because": "the shop has closed"}
    assert order(desk, "/api/retirements", "token of Rob", **why).status_code == 403
    assert order(desk, "/api/retirements", "nobody's", **why).status_code == 401
    assert order(desk, "/api/returns", "token of Pia", **why).status_code == 409
    assert order(desk, "/api/retirements", "token of Pia").status_code == 400
    assert order(desk, "/api/retirements", "token of Pia", because="").status_code == 400
    answer = order(desk, "/api/retirements", "token of Pia", **why).json()
    assert (answer["new"], answer["release"], answer["waiting"]) == (True, 2, 0)
    assert not order(desk, "/api/retirements", "token of Pia", **why).json()["new"]
    headers = {"Authorization": "Bearer token of Rob"}
    told = desk.ask("GET", "/api/retirements", headers=headers).json()
    assert (told["retired"], told["since"]) == (
        {"who": "Pia", "why": "the shop has closed"}, answer["since"],
    )  # fmt: skip
    refused = order(desk, "/api/publish", "token of Pia", seen="")
    assert order(desk, "/api/returns", "token of Pia", **why).json()["retired"] is None
    assert (refused.status_code, "Bring it back first" in refused.text) == (409, True)
    assert not is_retired(desk)


def test_the_console_opens_with_a_brand_at_work_and_marks_the_retired_one(desk: Desk) -> None:
    release = desk.here.blueprint(BRAND).releases[-1]
    other = replace(release.brand, key="the-other", name="The Other")
    with desk.here.store.transaction() as transaction:
        transaction.publish("the-other", replace(release, brand=other))
    assert "<title>Alder &amp; Clay" in desk.page("/console")
    retire(desk)
    html = desk.page("/console")
    assert "<title>The Other" in html
    assert re.search(r'>Alder &amp; Clay <span class="quiet">\(retired\)</span></a>', html)
    assert "is retired</b>" in desk.page(f"/console?brand={BRAND}")
