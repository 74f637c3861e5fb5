"""A whole installation with a small brand, its console on a port of its own, and people."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import httpx

from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.installation import Installation
from rapport.core.oversight.audit import Deed
from rapport.core.oversight.people import OWNER, PUBLISHER, Actor, Person, sealed
from rapport.settings import Settings
from rapport.testing import examples as ex

BRAND = "tin-kettle"
SMALL = Path(__file__).parent.parent / "adapters" / "brand_folder_fixture"
ME = Actor(OWNER, PUBLISHER)
CHECKOUT = "creative/checkout.yaml"
HOSTILE = "</textarea><script>window.owned=1</script><img src=x onerror='window.owned=1'>"


class World:
    """What a test sets up and looks at."""

    def __init__(self, home: Path, **settings: str) -> None:
        self.clock = TurnedClock(ex.at(0, 9))
        wanted = Settings(home=home, secret="s" * 40, **settings)  # type: ignore[arg-type] any
        self.here = Installation(wanted, self.clock)
        self.folder = self.here.brands_folder / BRAND
        if not self.folder.exists():
            shutil.copytree(SMALL, self.folder)
        if BRAND not in self.here.brands():
            self.here.publish(self.folder)
        self.desk = FrameworkDesk(self.here)

    def close(self) -> None:
        self.here.close()

    def text(self, name: str = CHECKOUT) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def change(self, old: str, new: str, name: str = CHECKOUT) -> None:
        """Changes a file as somebody with an editor of their own would."""
        text = self.text(name)
        assert old in text
        (self.folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    def everything(self) -> dict[str, bytes]:
        """Every file of the folder."""
        return {
            str(file.relative_to(self.folder)): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file()
        }

    def employ(self, **roles: str) -> None:
        with self.here.store.transaction() as transaction:
            for name, role in roles.items():
                person = Person(name, role, "salt", sealed(f"token of {name}", "salt"), 1)
                transaction.save_person(BRAND, person)

    def deeds(self) -> list[Deed]:
        """What was done since the brand was published as it came."""
        return [entry.deed for entry in self.here.records.audit_entries(BRAND, after=1)]

    @property
    def release(self) -> int:
        return self.here.blueprint(BRAND).releases[-1].number


class Visitor:
    """A browser without a screen, over real HTTP."""

    def __init__(self, base: str) -> None:
        self._client = httpx.Client(
            base_url=base, headers={"Origin": base}, trust_env=False, timeout=60
        )

    def close(self) -> None:
        self._client.close()

    def sign_in(self, name: str) -> None:
        answer = self._client.post("/console/sign-in", data={"token": f"token of {name}"})
        assert answer.status_code == 303

    def get(self, path: str) -> httpx.Response:
        return self._client.get(path)

    def fields(self, path: str, form: int = -1) -> dict[str, str]:
        """What a form of a page would send as it is; the first with words, or the one asked for."""
        return fields_of(self.get(path).text, form)

    def send(self, path: str, **data: str) -> httpx.Response:
        return self._client.post(path, data=data)


def fields_of(html: str, form: int = -1) -> dict[str, str]:
    """The fields of a form: the one with words, or the one that is asked for."""
    forms = re.findall(r"<form\b.*?</form>", html, re.DOTALL)
    wanted = forms[form] if form >= 0 else next(one for one in forms if 'name="edition"' in one)
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input\b[^>]*>", wanted):
        name = re.search(r'name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        ticks = re.search(r'type="(checkbox|radio)"', tag)
        if name and (not ticks or " checked" in tag):
            found.setdefault(name[1], []).append(unescape(value[1]) if value else "")
    for name_, words in re.findall(
        r'<textarea\b[^>]*name="([^"]+)"[^>]*>\n?(.*?)</textarea>', wanted, re.DOTALL
    ):
        found.setdefault(name_, []).append(unescape(words))
    return {name: "\n".join(values) for name, values in found.items()}


def beside(answer: httpx.Response, name: str) -> str:
    """What a page says beside one of its fields; empty where it says nothing."""
    found = re.search(rf'<p class="wrong" id="x-{re.escape(name)}"[^>]*>([^<]*)<', answer.text)
    return unescape(found[1]) if found else ""


def hidden(visitor: Visitor, path: str) -> dict[str, str]:
    """The hidden fields of a page's only form of words."""
    html = visitor.get(path).text
    (found,) = re.findall(r'<form class="editor.*?</form>', html, re.DOTALL)
    return {
        name: unescape(value)
        for name, value in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', found)
    }
