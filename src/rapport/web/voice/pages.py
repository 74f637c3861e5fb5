"""The console's page of a brand's voice and claims, and forms of the voice's parts."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.reviewing.foreseen import Stopped
from rapport.core.creative.voice import Voice
from rapport.core.creative.voice_editing import SetVoice, part_of
from rapport.core.oversight.people import PUBLISH
from rapport.ports.brand_files import CLAIMS, VOICE
from rapport.web.access import Access, form_of
from rapport.web.frameworks.mistakes import mistakes_of
from rapport.web.handlers import NOTHING_TRIED, Attempt, threaded
from rapport.web.own_files import Here, around, attempt
from rapport.web.pages import SCRIPTED, page, see_other
from rapport.web.services import Services
from rapport.web.voice import parts
from rapport.web.voice.approved import in_approved
from rapport.web.voice.claims import ClaimPages, dated, today_of
from rapport.web.voice.here import ROOT, Desks, here_of
from rapport.web.voice.tones import TonePages, speaks_in

TOLD = {
    "saved": "Saved. What is published goes on until somebody publishes the change.",
    "same": "It said so already: nothing was changed.",
    "removed": "Taken out. What is published goes on until somebody publishes the change.",
    "ended": "Saved: the claim ends. What is published goes on until somebody publishes that.",
}


class VoicePages:
    """Handlers."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks

    def look(self, request: Request) -> Response:
        """All of it, as a person reads it."""
        here = here_of(self._desks, request)
        voice, claims = here.book.content.voice, here.book.content.claims
        changed = self._desks.voice.changed(here.brand.key)
        context: dict[str, object] = {
            **around(request, here, VOICE),
            "told": TOLD.get(request.query_params.get("told", ""), ""),
            "mistakes": mistakes_of(here.book.mistakes),
            "changed": [name for name, file in (("voice", VOICE), ("claims", CLAIMS))
                        if file in changed],
            "may_publish": here.actor.may(PUBLISH),
            "voice": voice,
            "phrases": [(part.label, lines) for part in parts.GROUPS[-1].parts
                        if (lines := part_of(voice, part.name))],
            "tones": [(one, speaks_in(here, one.key)) for one in voice.tones],
            "claims": dated(claims, today_of(request, here)),
        }  # fmt: skip
        return page("voice.html", context, headers=SCRIPTED)

    def form(self, request: Request) -> Response:
        """A form with some parts of the voice."""
        here, group = here_of(self._desks, request), _group(request)
        return self._page(request, here, group)

    def change(self, request: Request) -> Response:
        """POST: has them say something else."""
        here, group, form = here_of(self._desks, request), _group(request), form_of(request)
        change = parts.change_in(form, group, here.book.content.voice)
        wrong = parts.unfit(change)
        if wrong:
            return self._page(request, here, group, Attempt(status=400), wrong)
        stopped = self._stopped(here, change)
        asks = bool(stopped and form.get("do") != "check" and form.get("seen") != stopped.seen)
        tried = attempt(request, here, change, only_check=asks)
        if tried.saved:
            return see_other(f"{here.at(told='same' if tried.same else 'saved')}#{group.key}")
        if tried.conflict is not None:
            here = here_of(self._desks, request)
        return self._page(request, here, group, tried, stopped=stopped if tried.fine else None)

    def _stopped(self, here: Here, change: SetVoice) -> Stopped | None:
        """What new phrases would stop among drafts; None where that is nothing."""
        if not here.may_write or not change.new_phrases(here.book.content.voice):
            return None
        found = self._desks.voice.would_stop(here.brand.key, here.actor, change)
        return found if found.any else None

    def _page(
        self,
        request: Request,
        here: Here,
        group: parts.Group,
        tried: Attempt = NOTHING_TRIED,
        wrong: Mapping[str, str] = {},
        stopped: Stopped | None = None,
    ) -> Response:
        form = form_of(request) if request.method == "POST" else None
        voice: Voice = here.book.content.voice
        says = parts.change_in(form, group, voice).says if form is not None else {}
        stands = parts.against_voice(tried.problems, says)
        approved = in_approved(here, stands.rest)
        beside = {**stands.fields, **{name: (words,) for name, words in wrong.items()}}
        shown = tried.conflict is not None
        context: dict[str, object] = {
            **around(request, here, VOICE, tried),
            "group": group,
            "fields": list(parts.fields(group, voice, form, beside, shown=shown)),
            "beside": {**beside, **({"avoid": ()} if approved.places else {})},
            "rest": approved.rest,
            "approved": approved,
            "stopped": stopped,
            "asks": stopped is not None and (form or {}).get("do") != "check",
            "action": here.at("parts", group.key),
            "away": f"{here.at()}#{group.key}",
        }
        return page("voice_parts.html", context, status=tried.status, headers=SCRIPTED)


def _group(request: Request) -> parts.Group:
    found = parts.group_of(request.path_params["group"])
    if found is None:
        raise HTTPException(404)
    return found


def routes(services: Services) -> list[Route]:
    """The addresses; none where there is nothing to show."""
    if services.frameworks is None or services.voice is None:
        return []
    desks = Desks(services.frameworks, services.voice)
    access, voice, tones, claims = (
        Access(services), VoicePages(desks), TonePages(desks), ClaimPages(desks),
    )  # fmt: skip
    reads = [
        (ROOT, voice.look),
        (ROOT + "/parts/{group}", voice.form),
        (ROOT + "/tones", tones.form),
        (ROOT + "/tones/{key}", tones.form),
        (ROOT + "/claims", claims.form),
        (ROOT + "/claims/{key}", claims.form),
    ]
    writes = [
        (ROOT + "/parts/{group}", voice.change),
        (ROOT + "/tones", tones.save),
        (ROOT + "/tones/{key}", tones.save),
        (ROOT + "/claims", claims.save),
        (ROOT + "/claims/{key}", claims.save),
    ]
    return [
        *(Route(path, access.guard(threaded(do)), methods=["GET"]) for path, do in reads),
        *(Route(path, access.guard(threaded(do)), methods=["POST"]) for path, do in writes),
    ]
