"""What an installation's brands say of themselves, to read and to change in the console."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rapport.app.frameworks.editing import Saved
from rapport.app.frameworks.voice_editing import VoiceEditing, VoiceOrder
from rapport.app.publishing.release_changes import folder_of
from rapport.app.reviewing.foreseen import PutAside, Stopped
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.installation import Installation
from rapport.core.copy_checks.findings import AVOIDED
from rapport.core.creative.voice_editing import SetVoice
from rapport.core.oversight.people import Actor
from rapport.ports.brand_files import CLAIMS, VOICE, FrameworkFile


class VoiceDesk:
    """Implements the console's `ShowVoice`, with the frameworks' folders and log."""

    def __init__(self, here: Installation, frameworks: FrameworkDesk) -> None:
        self._here = here
        self._frameworks = frameworks
        self._editing = VoiceEditing(frameworks.editing, here.folders.files)

    def open(self, brand: str) -> Mapping[str, FrameworkFile]:
        return self._editing.open(brand)

    def check(self, brand: str, order: VoiceOrder, actor: Actor) -> None:
        self._editing.check(brand, order, actor)

    def save(self, brand: str, order: VoiceOrder, actor: Actor) -> Saved:
        return self._editing.save(brand, order, actor)

    def would_stop(self, brand: str, actor: Actor, change: SetVoice) -> Stopped:
        voice = self._frameworks.book(brand).content.voice
        new = [(check or AVOIDED, phrase) for check, phrase in change.new_phrases(voice)]
        return self._here.review.would_stop(brand, actor, new)

    def put_aside(self, brand: str) -> PutAside:
        return self._here.review.put_aside(brand, self._frameworks.book(brand).content)

    def changed(self, brand: str) -> Collection[str]:
        """Which of the files say something else than what is published."""
        published = folder_of(self._here.blueprint(brand).releases[-1])
        content = self._frameworks.book(brand).content
        differs = {
            VOICE: published.voice != content.voice,
            CLAIMS: published.claims != content.claims,
        }
        return [name for name, one in differs.items() if one]
