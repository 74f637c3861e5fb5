"""The voice and the claims over HTTP: what the console's forms do, for programs.

Each part, tone and claim comes with `seen`, a digest of what it says: a change names it as `was`.
Where that is not what is there any more, nothing is changed, and the program is told what is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import UNSET, field
from msgspec.structs import replace
from starlette.responses import Response
from starlette.routing import Route

from rapport.app.frameworks.brand_editing import BrandOrder
from rapport.core.creative.voice import Claim, VoiceTone
from rapport.core.creative.voice_editing import (
    RemoveClaim,
    RetireTone,
    Said,
    SaveClaim,
    SaveTone,
    SetVoice,
    VoiceChange,
    part_of,
    seen_id,
)
from rapport.errors import RefusedInputError
from rapport.web.access import Access
from rapport.web.api.calls import Answer, Call, Checkable, answering, as_json
from rapport.web.api.changes import changing, no_such, refused
from rapport.web.frameworks.forms_of_changes import one_line, tidy
from rapport.web.services import Services
from rapport.web.voice.claims import dated, today_in
from rapport.web.voice.entries import new_key
from rapport.web.voice.here import Desks
from rapport.web.voice.parts import GROUP_OF, MOST_LINES, is_list

ROOT = "/api/voice"
CLAIMS = "/api/claims"


class ToSay(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What parts are to say, words or a list of lines each, and what was `seen` of each. `stops` is
    what a check said that new phrases would stop: with it they do that or nothing."""

    says: dict[str, str | list[str]]
    was: dict[str, str]
    stops: str = ""


class ToSpeak(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A tone; of one that is there, what is left out stays."""

    label: str | None = None
    describes: str | None = None
    example: str | None = None
    was: str = ""


class ToClaim(Checkable, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A claim; of one that is there, what is left out stays."""

    text: str | None = None
    evidence: str | None = None
    since: str | None = field(default=None, name="from")
    until: str | None = None
    was: str = ""


class VoiceApi:
    """Handlers; each runs in a thread, since it may block."""

    def __init__(self, desks: Desks, services: Services) -> None:
        self._desks = desks
        self._services = services

    def every(self, call: Call) -> Response:
        """All of it, with what a change names."""
        book = self._desks.frameworks.book(call.brand)
        voice = book.content.voice
        files = self._desks.voice.open(call.brand)
        return as_json(
            {
                "parts": {name: _part(part_of(voice, name)) for name in GROUP_OF},
                "tones": [self._tone(call, one) for one in voice.tones],
                "claims": self._claims(call, book.content.claims),
                "files": {name: file.edition for name, file in files.items()},
                "unpublished": list(self._desks.voice.changed(call.brand)),
                "mistakes": book.mistakes,
            }
        )

    def say(self, call: Call) -> Response:
        """Parts of the voice."""
        asked = call.read(ToSay)
        says: dict[str, Said] = {}
        for name, said in asked.says.items():
            if name not in GROUP_OF:
                return no_such(f"part '{name}'", GROUP_OF, "says")
            if is_list(name) != isinstance(said, list):
                kind = "a list of lines" if is_list(name) else "words"
                raise RefusedInputError(f"'{name}' is {kind}.", where=f"says.{name}")
            if len(said) > MOST_LINES and isinstance(said, list):
                words = f"'{name}' has {len(said)} lines: say it in at most {MOST_LINES}."
                raise RefusedInputError(words, where=f"says.{name}")
            if isinstance(said, list) and any("\n" in line or "\r" in line for line in said):
                words = f"A line of '{name}' has a line break in it: make it two."
                raise RefusedInputError(words, where=f"says.{name}")
            says[name] = tidy(said) if isinstance(said, str) else tuple(said)
        missing = [name for name in says if name not in asked.was]
        if missing:
            words = f"Say what you saw of '{missing[0]}': its 'seen', as GET {ROOT} has it."
            raise RefusedInputError(words, where="was")
        change = SetVoice(says, asked.was)
        stopped = self._desks.voice.would_stop(call.brand, call.actor, change)
        if asked.stops and stopped.seen != asked.stops:
            words = "These phrases would stop something else by now. Nothing was changed."
            return refused(409, words, stops=stopped)

        def now() -> dict[str, object]:
            voice = self._desks.frameworks.book(call.brand).content.voice
            return {"now": {name: _part(part_of(voice, name)) for name in change.touched}}

        return self._do(call, change, asked, now, stops=stopped)

    # --- Tones ---

    def add_tone(self, call: Call) -> Response:
        asked = call.read(ToSpeak)
        label = one_line(asked.label or "")
        taken = [one.key for one in self._desks.frameworks.book(call.brand).content.voice.tones]
        key = new_key(label, "tone", taken)
        tone = VoiceTone(key, label, tidy(asked.describes or ""), tidy(asked.example or ""))
        return self._do(call, SaveTone(tone), asked, status=201, tone=key)

    def change_tone(self, call: Call) -> Response:
        asked, now = call.read(ToSpeak), self._the_tone(call)
        if now is None:
            return self._no_tone(call)
        tone = replace(
            now,
            label=now.label if asked.label is None else one_line(asked.label),
            describes=now.describes if asked.describes is None else tidy(asked.describes),
            example=now.example if asked.example is None else tidy(asked.example),
        )
        return self._do(call, SaveTone(tone, _was(asked.was)), asked, lambda: self._tone_now(call))

    def retire_tone(self, call: Call) -> Response:
        asked, now = call.read(Checkable), self._the_tone(call)
        if now is None:
            return self._no_tone(call)
        change = RetireTone(now.key, _was(call.request.query_params.get("was", "")))
        return self._do(call, change, asked, lambda: self._tone_now(call))

    def _the_tone(self, call: Call) -> VoiceTone | None:
        tones = self._desks.frameworks.book(call.brand).content.voice.tones
        return next((one for one in tones if one.key == call.key), None)

    def _no_tone(self, call: Call) -> Response:
        tones = self._desks.frameworks.book(call.brand).content.voice.tones
        return no_such(f"tone '{call.key}'", [one.key for one in tones], "key")

    def _tone_now(self, call: Call) -> dict[str, object]:
        now = self._the_tone(call)
        return {"now": self._tone(call, now) if now else None}

    def _tone(self, call: Call, tone: VoiceTone) -> dict[str, object]:
        frameworks = self._desks.frameworks.book(call.brand).content.frameworks
        return {
            "key": tone.key,
            "label": tone.label,
            "describes": tone.describes,
            "example": tone.example,
            "frameworks": [one.key for one in frameworks if tone.key in one.keys("tone")],
            "seen": seen_id(tone),
        }

    # --- Claims ---

    def add_claim(self, call: Call) -> Response:
        asked = call.read(ToClaim)
        text = tidy(asked.text or "")
        taken = [one.key for one in self._desks.frameworks.book(call.brand).content.claims]
        key = new_key(text, "claim", taken)
        claim = Claim(key, text, tidy(asked.evidence or ""), (asked.until or "").strip(),
                      (asked.since or "").strip() or UNSET)  # fmt: skip
        return self._do(call, SaveClaim(claim), asked, status=201, claim=key)

    def change_claim(self, call: Call) -> Response:
        asked, now = call.read(ToClaim), self._the_claim(call)
        if now is None:
            return self._no_claim(call)
        since = now.first_day if asked.since is None else asked.since.strip()
        claim = replace(
            now,
            text=now.text if asked.text is None else tidy(asked.text),
            evidence=now.evidence if asked.evidence is None else tidy(asked.evidence),
            until=now.until if asked.until is None else asked.until.strip(),
            since=since or UNSET,
        )
        change = SaveClaim(claim, _was(asked.was))
        return self._do(call, change, asked, lambda: self._claim_now(call))

    def remove_claim(self, call: Call) -> Response:
        asked, now = call.read(Checkable), self._the_claim(call)
        if now is None:
            return self._no_claim(call)
        change = RemoveClaim(now.key, _was(call.request.query_params.get("was", "")))
        return self._do(call, change, asked, lambda: self._claim_now(call))

    def _the_claim(self, call: Call) -> Claim | None:
        claims = self._desks.frameworks.book(call.brand).content.claims
        return next((one for one in claims if one.key == call.key), None)

    def _no_claim(self, call: Call) -> Response:
        claims = self._desks.frameworks.book(call.brand).content.claims
        return no_such(f"claim '{call.key}'", [one.key for one in claims], "key")

    def _claim_now(self, call: Call) -> dict[str, object]:
        now = self._the_claim(call)
        return {"now": self._claims(call, [now])[0] if now else None}

    def _claims(self, call: Call, claims: Sequence[Claim]) -> list[dict[str, object]]:
        today = today_in(self._services.brands[call.brand].zone, self._services.clock.now())
        return [
            {
                "key": one.claim.key,
                "text": one.claim.text,
                "evidence": one.claim.evidence,
                "from": one.claim.first_day,
                "until": one.claim.until,
                "state": one.state,
                "seen": seen_id(one.claim),
            }
            for one in dated(claims, today)
        ]

    # --- Parts ---

    def _do(
        self,
        call: Call,
        change: VoiceChange,
        asked: Checkable,
        now: Callable[[], Mapping[str, object]] = dict,
        status: int = 200,
        **more: object,
    ) -> Response:
        def do() -> Response:
            order = BrandOrder("", change)
            if asked.check:
                self._desks.voice.check(call.brand, order, call.actor)
                return as_json({"checked": True, **more})
            saved = self._desks.voice.save(call.brand, order, call.actor)
            return as_json({"edition": saved.edition, "files": saved.files, **more}, status)

        return changing(do, now)


def _part(said: Said) -> dict[str, object]:
    return {"says": said, "seen": seen_id(said)}


def _was(was: str) -> str:
    """Raises RefusedInputError where it is not said what was seen: only what is new has none."""
    if not was:
        raise RefusedInputError(f"Say what you saw: its 'seen', as GET {ROOT} has it.", where="was")
    return was


def routes(services: Services) -> list[Route]:
    """The addresses; none where there is nothing to show."""
    if services.frameworks is None or services.voice is None:
        return []
    api, door = VoiceApi(Desks(services.frameworks, services.voice), services), Access(services)
    calls: list[tuple[str, str, Answer]] = [
        ("GET", ROOT, api.every),
        ("PUT", ROOT, api.say),
        ("POST", f"{ROOT}/tones", api.add_tone),
        ("PUT", f"{ROOT}/tones/{{key}}", api.change_tone),
        ("DELETE", f"{ROOT}/tones/{{key}}", api.retire_tone),
        ("POST", CLAIMS, api.add_claim),
        ("PUT", f"{CLAIMS}/{{key}}", api.change_claim),
        ("DELETE", f"{CLAIMS}/{{key}}", api.remove_claim),
    ]
    return [
        Route(path, answering(door, answer), methods=[method]) for method, path, answer in calls
    ]
