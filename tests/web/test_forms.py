"""A form that is refused: a page for people that says why, and gives their words back."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_stop_pages import BRAND, Desk

from rapport.web import access
from rapport.web.forms import LONGEST_FORM, MOST_READ

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
STOPS = f"/console/stops?brand={BRAND}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(Path(tmp_path_factory.mktemp("desk")))


def send(desk: Desk, body: bytes, **headers: str) -> tuple[int, str]:
    csrf = desk.field("csrf")
    start = f"csrf={csrf}&what=flow+checkout&sure=yes&because=".encode()
    answer = desk.ask("POST", STOPS, content=start + body, headers={**FORM, **headers})
    assert answer.headers["content-type"].startswith("text/html")
    assert desk.stopped() == []
    return answer.status_code, answer.text


def test_one_that_is_too_large_is_a_page_with_the_words_that_were_typed(desk: Desk) -> None:
    words = "a sentence that took long "
    status, html = send(desk, quote(words * 20_000).encode(), Referer=f"http://x.example{STOPS}")
    assert status == 413
    assert "Nothing was done" in html
    assert f"one form may hold {LONGEST_FORM // 1024} KB" in html
    assert words * 100 in html
    assert f'href="{STOPS}"' in html
    assert "csrf" not in html


def test_one_that_is_larger_than_what_is_read_says_so(desk: Desk) -> None:
    status, html = send(desk, b"a" * (MOST_READ + 1))
    assert status == 413
    assert "more than 4,096 KB" in html


def test_one_that_is_no_utf_8_gives_back_what_could_be_read(desk: Desk) -> None:
    status, html = send(desk, b"the caf%E9 is closed, <b>all day</b>", Referer="//evil.example/x")
    assert status == 400
    assert "it was no UTF-8" in html
    assert "the caf\ufffd is closed, &lt;b&gt;all day&lt;/b&gt;" in html
    assert "evil" not in html


def test_one_with_too_many_fields_says_so_and_gives_back_the_first_of_them(desk: Desk) -> None:
    status, html = send(desk, b"the+code+is+wrong" + b"&a=1" * 2_000)
    assert status == 413
    assert "It has more than 1,000 fields" in html
    assert "the beginning of it said" in html
    assert "the code is wrong" in html


def test_one_that_came_packed_says_so_and_who_can_help(desk: Desk) -> None:
    status, html = send(desk, b"the+code+is+wrong", **{"Content-Encoding": "gzip"})
    assert status == 415
    assert "It came packed (Content-Encoding)" in html
    assert "Whoever runs Rapport can help" in html


def test_a_page_that_was_too_old_gives_its_words_back_where_the_browser_vouches_for_it(
    desk: Desk,
) -> None:
    body = b"csrf=" + b"0" * 64 + b"&what=flow+checkout&sure=yes&because=the+code+is+wrong"
    for site, told in (("same-origin", True), ("cross-site", False), ("none", False), ("", False)):
        headers = {**FORM, **({"Sec-Fetch-Site": site} if site else {})}
        answer = desk.ask("POST", STOPS, content=body, headers=headers)
        assert answer.status_code == 403
        assert "Nothing was done" in answer.text
        assert ("the code is wrong" in answer.text) == told
    assert desk.stopped() == []


def test_who_was_signed_out_while_they_wrote_gets_their_words_back(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "the console's own token, long enough")
    body = b"csrf=" + b"0" * 64 + b"&what=flow+checkout&because=the+code+is+wrong"
    ours = {**FORM, "Sec-Fetch-Site": "same-origin", "Referer": f"http://x.example{STOPS}"}
    answer = desk.ask("POST", STOPS, content=body, headers=ours)
    assert answer.status_code == 401
    assert "signed out, so nothing was done" in answer.text
    assert "the code is wrong" in answer.text
    assert f'href="{STOPS}"' in answer.text
    for headers, content in ((FORM, body), (ours, b"csrf=1&what=flow+checkout")):
        answer = desk.ask("POST", STOPS, content=content, headers=headers)
        assert answer.status_code == 401
        assert 'name="token"' in answer.text  # the page to sign in with
        assert "the code is wrong" not in answer.text
    desk.here.close()


def test_a_token_that_came_packed_or_cut_is_told_so_and_never_shown(desk: Desk) -> None:
    for body, headers, status in (
        (b"token=secret", {"Content-Encoding": "br"}, 415),
        (b"token=secret&a=" + b"a" * LONGEST_FORM, {}, 413),
    ):
        answer = desk.ask("POST", "/console/sign-in", content=body, headers={**FORM, **headers})
        assert answer.status_code == status
        assert "Your form could not be taken in." in answer.text
        assert "secret" not in answer.text


def test_words_that_came_from_elsewhere_are_never_shown(desk: Desk) -> None:
    body = b"csrf=" + b"0" * 64 + b"&because=" + b"call this number now " * 10_000
    answer = desk.ask("POST", STOPS, content=body, headers=FORM)
    assert answer.status_code == 403
    assert "call this number" not in answer.text


def test_whatever_is_sent_gets_a_page_and_stops_nothing(desk: Desk) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.binary(max_size=400), st.integers(0, 3))
    def holds(body: bytes, over: int) -> None:
        more = b"%" * (over * 60_000)
        csrf = f"csrf={desk.field('csrf')}&what=flow+checkout&".encode()
        for start in (b"", csrf):
            answer = desk.ask("POST", STOPS, content=start + body + more, headers=FORM)
            assert answer.status_code in (400, 403, 413)
            assert answer.headers["content-type"].startswith("text/html")
        assert desk.stopped() == []

    holds()


def test_what_a_page_puts_into_a_form_by_itself_is_never_given_back(desk: Desk) -> None:
    folder = Path(access.__file__).parent / "templates"
    hidden = {
        name
        for file in folder.glob("*.html")
        for name in re.findall(r'type="hidden" name="([\w.]+)"', file.read_text("utf-8"))
    }
    assert len(hidden) > 3
    fields = "".join(f"&{name}=secret+{n}" for n, name in enumerate(sorted(hidden - {"csrf"})))
    status, html = send(desk, b"caf%E9" + fields.encode())
    assert status == 400
    assert "caf\ufffd" in html
    assert "secret" not in html
