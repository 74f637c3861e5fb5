"""The console's forms of claims: what may be said, what shows it, and from when until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import UNSET, Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.app.wording.dates import iso_day, written
from rapport.core.creative.voice import Claim
from rapport.core.creative.voice_editing import RemoveClaim, SaveClaim
from rapport.core.time import Instant, Zone, day_number
from rapport.ports.brand_files import CLAIMS
from rapport.web.access import form_of
from rapport.web.frameworks.forms_of_changes import one_line, tidy
from rapport.web.handlers import NOTHING_TRIED, Attempt
from rapport.web.own_files import Here, around, attempt
from rapport.web.pages import NOT_SURE, SCRIPTED, page, see_other
from rapport.web.voice.approved import saying
from rapport.web.voice.entries import Entry, empty, new_key
from rapport.web.voice.here import Desks, here_of, was_seen
from rapport.web.voice.parts import against

HOLDS, TO_COME, OVER = "holds", "to come", "over"
NOT_A_DAY = "Write a day of this century, such as 2026-12-31, or leave it empty."
_NEEDED = {
    "text": "Say what may be claimed.",
    "evidence": "Say what shows that it is true: without that nobody may claim it.",
}


class Dated(Struct, frozen=True):
    """A claim, whether it may be made today, and that in words."""

    claim: Claim
    state: str
    words: str


class ClaimPages:
    """Handlers."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def form(self, request: Request) -> Response:
        """A form for a new claim, or with one."""
        here = here_of(self._desks, request)
        claim = _claim(here, request)
        if claim is None and "key" in request.path_params:
            raise HTTPException(404)
        return self._page(request, here, claim)

    def save(self, request: Request) -> Response:
        """POST: adds a claim, changes one, ends it, or takes it out."""
        here, form = here_of(self._desks, request), form_of(request)
        claim, do = _claim(here, request), form.get("do", "")
        key = request.path_params.get("key", "")
        if do == "remove":
            if form.get("sure") != "yes":
                return self._page(request, here, claim, Attempt(wrong=NOT_SURE, status=400))
            return self._done(request, here, RemoveClaim(key, form.get("was", "")), "removed")
        if do == "end" and claim is not None:
            form = {**_as_form(claim), "was": form.get("was", ""), "until": form.get("until", "")}
        wrong = {**empty(form, _NEEDED), **_wrong_days(form, must_end=do == "end")}
        if not key and _is_there(form.get("text", ""), here.book.content.claims):
            wrong["text"] = "This claim is there already. Change that one instead."
        if wrong:
            return self._page(request, here, claim, Attempt(status=400), wrong)
        taken = [one.key for one in here.book.content.claims]
        change = SaveClaim(
            Claim(
                key or new_key(form["text"], "claim", taken),
                tidy(form["text"]),
                tidy(form["evidence"]),
                form.get("until", "").strip(),
                form.get("from", "").strip() or UNSET,
            ),
            form.get("was", "") if key else "",
        )
        return self._done(request, here, change, "ended" if do == "end" else "saved")

    def _done(
        self, request: Request, here: Here, change: SaveClaim | RemoveClaim, told: str
    ) -> Response:
        tried = attempt(request, here, change)
        if tried.saved:
            return see_other(f"{here.at(told='same' if tried.same else told)}#claims")
        here = here_of(self._desks, request)
        return self._page(request, here, _claim(here, request), tried)

    def _page(
        self,
        request: Request,
        here: Here,
        claim: Claim | None,
        tried: Attempt = NOTHING_TRIED,
        wrong: Mapping[str, str] = {},
    ) -> Response:
        form = form_of(request) if request.method == "POST" else {}
        claims = here.book.content.claims
        number = claims.index(claim) if claim in claims else len(claims)
        names = ("text", "evidence", "from", "until")
        stands = against(
            tried.problems, CLAIMS, {f"claims[{number}].{name}": name for name in names}
        )
        now = _as_form(claim) if claim else {}
        typed = form if form.get("do") not in ("remove", "end") else {}

        def field(name: str, label: str, help_: str, kind: str = "area") -> Entry:
            found = (wrong[name],) if name in wrong else stands.fields.get(name, ())
            return Entry(name, label, help_, typed.get(name, now.get(name, "")), kind, 2_000, found)

        today, ending = today_of(request, here), form.get("do") == "end"
        soonest = max(today, claim.first_day if claim else "")
        context: dict[str, object] = {
            **around(request, here, CLAIMS, tried),
            "kind": "claim",
            "what": claim,
            "title": "Change a claim" if claim else "Add a claim",
            "was": was_seen(request, claim, tried),
            "gone": claim is None and "key" in request.path_params,
            "dated": dated([claim], today)[0] if claim else None,
            "saying": saying(here, claim) if claim and here.may_write else None,
            "speaks": [],
            "ending": ending,
            "ends": form.get("until", "") if ending else soonest,
            "fields": [
                field("text", "What may be claimed", "As it is true, in a sentence. Words of a "
                      "model may say so in other words."),
                field("evidence", "What shows that it is true", "A certificate, a record, a test: "
                      "where somebody finds it who asks."),
                field("from", "From this day", "Empty for at once.", "date"),
                field("until", "Until this day, and with it", "Such as a certificate’s last day. "
                      "Empty for no end.", "date"),
            ],
            "beside": {**stands.fields, **wrong},
            "rest": stands.rest,
            "action": here.at("claims", *([request.path_params["key"]]
                                          if "key" in request.path_params else [])),
            "away": f"{here.at()}#claims",
        }  # fmt: skip
        return page("voice_entry.html", context, status=tried.status, headers=SCRIPTED)


def dated(claims: Sequence[Claim], today: str) -> list[Dated]:
    """Those that hold, those to come, then those that are over; each kind in the file's order."""
    found = [_dated(one, today) for one in claims]
    return sorted(found, key=lambda one: (HOLDS, TO_COME, OVER).index(one.state))


def today_of(request: Request, here: Here) -> str:
    return today_in(here.brand.zone, request.state.services.clock.now())


def today_in(zone: Zone, now: Instant) -> str:
    """The day on the brand's clock."""
    return iso_day(day_number(now, zone.offset_at(now)))


def _dated(claim: Claim, today: str) -> Dated:
    begins, ends = claim.first_day, claim.until
    if ends and ends < today:
        return Dated(claim, OVER, f"Ended {_day(ends)}")
    until = f" until {_day(ends)}" if ends else ""
    if begins > today:
        return Dated(claim, TO_COME, f"From {_day(begins)}{until}")
    since = f", since {_day(begins)}" if begins else ""
    return Dated(claim, HOLDS, f"Holds today{since}{',' * bool(until)}{until}")


def _day(iso: str) -> str:
    try:
        return written(date.fromisoformat(iso))
    except ValueError:  # of a release of before such a day was refused
        return iso


def _as_form(claim: Claim) -> dict[str, str]:
    return {
        "text": claim.text,
        "evidence": claim.evidence,
        "from": claim.first_day,
        "until": claim.until,
    }


def _wrong_days(form: Mapping[str, str], *, must_end: bool) -> dict[str, str]:
    wrong = {}
    days = {name: form.get(name, "").strip() for name in ("from", "until")}
    for name, typed in days.items():
        if typed and not _is_day(typed):
            wrong[name] = NOT_A_DAY
    if must_end and not days["until"]:
        wrong["until"] = "Write the last day on which it may be claimed."
    if not wrong and days["from"] and days["until"] and days["until"] < days["from"]:
        wrong["until"] = "The claim would end before it begins. Take a later day."
    return wrong


def _is_day(typed: str) -> bool:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return False
    return typed == day.isoformat() and 2000 <= day.year < 2100


def _is_there(text: str, claims: Sequence[Claim]) -> bool:
    said = one_line(text).casefold()
    return any(one_line(one.text).casefold() == said for one in claims)


def _claim(here: Here, request: Request) -> Claim | None:
    key = request.path_params.get("key", "")
    return next((one for one in here.book.content.claims if one.key == key), None)
