"""Takes the pictures that README and docs show anew: e-mails of the example brand, and the console.

    python scripts/take_pictures.py [FOLDER]

It needs Chromium, and takes a few minutes. Nothing is fetched: the messages come from the file that
`rapport preview` writes, which has its pictures in it, and the console from a demo's month, made
for it. FOLDER is where they go, docs/pictures where none is given.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from PIL import Image

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from console_pictures import console_studio  # noqa: E402 (it needs the same)

from browser import Browser  # noqa: E402 (the one that the tests have)
from rapport.app.frameworks.preview import Wanted  # noqa: E402
from rapport.app.frameworks.preview_file import Heading, Sheet, preview_file  # noqa: E402
from rapport.bootstrap.library import example_folder  # noqa: E402
from rapport.bootstrap.previews.desk import Invented, Shown, invented, pictures_of  # noqa: E402
from rapport.bootstrap.previews.from_folder import from_folder  # noqa: E402
from rapport.core.creative.framework import Framework  # noqa: E402

AT = 1_780_410_000_000
"""Tuesday 2 June 2026, 14:20 UTC."""
MONTH_ENDS = 1_775_412_000_000
"""Sunday 5 April 2026, 18:00 UTC, when the demo's month is over."""
PHONE = 390
GAP = 12
BEHIND = (140, 130, 120)
COLOURS = 256
"""In a picture as it is kept, so that the project stays light."""


class Shot(NamedTuple):
    """One message, as it is seen on a phone, from its top."""

    framework: str
    point: str
    tone: str
    angle: str
    visual: str
    offer: str = "none"
    scheme: str = "light"


EMAIL = Shot("checkout", "first", "plain", "help", "hero", "tea-sampler")
LIBRARY = (
    Shot("welcome", "hello", "warm", "craft", "card"),
    Shot("browse", "look", "expert", "made", "hero"),
    Shot("post-purchase", "settled", "playful", "care", "letter"),
    Shot("replenishment", "due", "warm", "same", "tins"),
    Shot("winback", "goodbye", "expert", "news", "card"),
)
VISUALS = (
    Shot("browse", "look", "warm", "choose", "scene"),
    Shot("browse", "look", "warm", "choose", "reviews"),
    Shot("cart", "first", "warm", "table", "together", "free-delivery"),
    Shot("cart", "first", "warm", "table", "comparison", "free-delivery", "dark"),
)


class Studio:
    """A browser, and the messages of the example brand for one person."""

    def __init__(self, browser: Browser, folder: Path, shown: Shown) -> None:
        self._browser = browser
        self._folder = folder
        self._shown = shown

    def preview(self, framework: str, first_name: str = "Maya", *, items: int = 2) -> Path:
        """The preview's file for one framework."""
        person = invented(self._shown, Invented(first_name=first_name, items=items))
        found = self._framework(framework)
        cells = list(self._shown.preview.cells(found, person, AT, Wanted()))
        brand = self._shown.release.brand.name
        heading = Heading(brand, person.words, "Tuesday 2 June at 15:20")
        page = self._folder / f"{framework}-{first_name}-{items}.html"
        sheets = [Sheet(found, cells)]
        page.write_bytes(preview_file(sheets, heading, pictures_of(self._shown)))
        return page

    def message(self, shot: Shot, first_name: str = "Maya", *, items: int = 2) -> Image.Image:
        """A message as a phone shows it, all of it."""
        page = self.preview(shot.framework, first_name, items=items)
        html = page.with_suffix(f".{'-'.join(shot)}.html")
        html.write_text(message_in(page.read_text("utf-8"), shot), "utf-8")
        self._browser.size(PHONE, 800)
        self._browser.prefer(shot.scheme)
        self._browser.open(html.as_uri())
        self._browser.size(PHONE, int(self._browser.js("document.documentElement.scrollHeight")))
        return self.seen()

    def matrix(self, shot: Shot, width: int, height: int) -> Image.Image:
        """The preview's page with one message chosen."""
        self._browser.size(width, height)
        self._browser.prefer("light")
        self._browser.open(self.preview(shot.framework, "Anna").as_uri())
        for name in ("angle", "offer"):
            self._browser.js(
                f"(s => {{ s.value = {getattr(shot, name)!r}; s.onchange(); }})"
                f"([...document.querySelectorAll('select')].find(s => "
                f"[...s.options].some(o => o.value === {getattr(shot, name)!r})))"
            )
        place = f"{shot.visual!r}.length && document.querySelectorAll('#matrix tbody tr')"
        columns = "[...document.querySelectorAll('#matrix thead th')]"
        label = self._label(shot)
        self._browser.js(
            f"{place}[0].children[{columns}.findIndex(h => h.textContent.startsWith({label!r}))]"
            ".querySelector('button').click()"
        )
        self._browser.js("scrollTo(0, 0), document.documentElement.style.overflow = 'hidden'")
        self._browser.until("[...document.querySelectorAll('iframe')].every(f => f.style.height)")
        return self.seen()

    def _label(self, shot: Shot) -> str:
        visuals = self._framework(shot.framework).visuals
        return next(level.label for level in visuals if level.key == shot.visual)

    def _framework(self, key: str) -> Framework:
        return next(one for one in self._shown.release.frameworks if one.key == key)

    def seen(self) -> Image.Image:
        file = self._folder / "seen.png"
        self._browser.picture(file)
        with Image.open(file) as picture:
            return picture.convert("RGB")


# What JSON holds has any type.
def message_in(page: str, shot: Shot) -> str:
    """A message's own HTML, out of a preview's file."""
    (found,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    data: dict[str, Any] = json.loads(found)
    wanted = {"framework", "scheme"}
    for cell in data["sheets"][0]["cells"]:
        if all(cell["at"][k] == v for k, v in shot._asdict().items() if k not in wanted):
            whole = "".join(data["pieces"][number] for number in cell["html"])
            return re.sub(r"%%(\d+)%%", lambda match: data["pictures"][int(match[1])], whole)
    raise SystemExit(f"There is no such message in the example brand: {shot}")


def row(pictures: Iterable[Image.Image], width: int, height: int) -> Image.Image:
    """Side by side, each as wide and as high as told, from its top."""
    cut = []
    for picture in pictures:
        scaled = picture.resize((width, round(picture.height * width / picture.width)))
        last = scaled.getpixel((0, scaled.height - 1))
        page = Image.new("RGB", (width, height), last if isinstance(last, tuple) else BEHIND)
        page.paste(scaled, (0, 0))
        cut.append(page)
    whole = Image.new("RGB", (len(cut) * (width + GAP) + GAP, height + 2 * GAP), BEHIND)
    for place, page in enumerate(cut):
        whole.paste(page, (GAP + place * (width + GAP), GAP))
    return whole


def keep(picture: Image.Image, file: Path) -> None:
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    print(f"{file.name}: {picture.width} x {picture.height}, {file.stat().st_size // 1024} KB")


def main(folder: Path) -> None:
    with (
        example_folder() as example,
        from_folder(example) as shown,
        TemporaryDirectory(prefix="rapport-pictures-") as scratch,
        Browser() as browser,
    ):
        studio = Studio(browser, Path(scratch), shown)
        email = studio.message(EMAIL, "Marcus", items=1)
        keep(email, folder / "email-on-a-phone.png")
        keep(row(map(studio.message, LIBRARY), 264, 580), folder / "starting-library.png")
        keep(row(map(studio.message, VISUALS), 264, 640), folder / "visuals.png")
        keep(studio.matrix(VISUALS[2], 1250, 1400).resize((900, 1008)), folder / "preview.png")
        with console_studio(browser, Path(scratch), MONTH_ENDS) as console:
            keep(console.overview(), folder / "console.png")
            keep(console.why(), folder / "why.png")
            keep(console.words(), folder / "frameworks.png")
            keep(console.review(), folder / "review.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/pictures")
