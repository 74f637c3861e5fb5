"""What the pages of voice and claims share, beside what all pages of a brand's own files do."""

from __future__ import annotations

from msgspec import Struct
from starlette.requests import Request

from rapport.core.creative.voice import Claim, VoiceTone
from rapport.core.creative.voice_editing import seen_id
from rapport.web import own_files
from rapport.web.access import form_of
from rapport.web.desks import ShowFrameworks
from rapport.web.handlers import Attempt
from rapport.web.own_files import Here
from rapport.web.voice.showing import ShowVoice

ROOT = "/console/voice"


class Desks(Struct, frozen=True):
    """What the handlers work with."""

    frameworks: ShowFrameworks
    voice: ShowVoice


def here_of(desks: Desks, request: Request) -> Here:
    return own_files.here_of(ROOT, desks.frameworks, desks.voice, request)


def was_seen(request: Request, now: VoiceTone | Claim | None, tried: Attempt) -> str:
    """The digest that a form goes on with: of what somebody saw, until they are shown what stands
    there now. With that of now, saving again would go over what they never saw."""
    if now is None:
        return ""
    form = form_of(request) if request.method == "POST" else {}
    return seen_id(now) if tried.conflict is not None else form.get("was", seen_id(now))
