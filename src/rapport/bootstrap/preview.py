"""Previews from a folder, published or not, and for people whom the brand knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from rapport.adapters.banners import PictureBanners
from rapport.adapters.brand_folder import read_brand_draft
from rapport.adapters.catalogue_csv import read_catalogue
from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.frameworks.preview import Places, Preview, Seen
from rapport.app.messages.matter import Matter, matter_of, of_checkout
from rapport.app.publishing.publish import as_release
from rapport.bootstrap.framework_desk import FrameworkDesk
from rapport.bootstrap.installation import EXAMPLE_BRAND, Installation
from rapport.bootstrap.preview_desk import PreviewDesk, Shown, preview_writer
from rapport.bootstrap.rule_places import rule_places
from rapport.core.blueprint import Release
from rapport.core.coverage import points_of
from rapport.core.creative import CART, ORDER, VIEWED, Action
from rapport.core.effects import Send
from rapport.core.events import CheckoutStarted, Contact
from rapport.core.signals import Moment, value_of
from rapport.core.subject import OPEN_CART
from rapport.core.time import Instant
from rapport.errors import UserError

BASE_URL = "https://preview.invalid"
"""Where links of a preview made from a folder lead: nowhere."""


@contextmanager
def example_folder() -> Iterator[Path]:
    """The folder of the example brand that comes with Rapport."""
    with resources.as_file(resources.files("rapport") / "brands" / EXAMPLE_BRAND) as folder:
        yield folder


@contextmanager
def from_folder(folder: Path) -> Iterator[Shown]:
    """A brand as its folder has it now, published or not; nothing is written into it.

    Mistakes and gaps do not stop it: they are shown. Raises BrandFolderError where the folder
    cannot be read well enough to write messages.
    """
    draft = read_brand_draft(folder)
    content, key = draft.folder, draft.folder.brand.key
    media = f"{BASE_URL}/media/{key}/"
    catalogue = folder / "catalogue.csv"
    products = (
        read_catalogue(
            catalogue,
            shop_url=content.brand.shop_url,
            media_url=media,
            currency=content.brand.currency,
        )
        if catalogue.exists()
        else {}
    )
    release = as_release(content)
    pictures = folder / "images"
    with TemporaryDirectory(prefix="rapport-preview-") as made:
        composed = Path(made)
        banners = PictureBanners(lambda _: pictures, lambda _: composed, BASE_URL)
        writer = preview_writer(BASE_URL, banners, MailRenderer())
        places = Places(draft.by_block, draft.by_visual, draft.by_rule)
        preview = Preview(writer, release, places)
        yield Shown(release, products, pictures, media, preview, draft.mistakes, composed)


def from_installation(installation: Installation, brand: str) -> Shown:
    """A brand as it is published now."""
    desk = PreviewDesk(
        installation.blueprint,
        installation.clock,
        installation.media_folder,
        installation.settings.base_url.rstrip("/"),
        installation.renderer,
        partial(rule_places, FrameworkDesk(installation).files),
    )
    return desk.shown(brand)


def somebody(installation: Installation, shown: Shown, brand: str, profile: str) -> Seen:
    """A person whom the brand knows: their first name, their basket and their signals.

    Raises UserError where nobody is known by that id.
    """
    now = installation.clock.now()
    blueprint = installation.blueprint(brand)
    with installation.store.transaction() as transaction:
        states = transaction.states(brand, [profile])
        rows = transaction.log(brand, profile)
    if profile not in states:
        raise UserError(
            f"Brand '{brand}' knows nobody by '{profile}'. Name a profile's id, as the console "
            "and `--json` show it."
        )
    contact = installation.records.contact(brand, profile) or Contact()
    matters: dict[str, Matter] = {}
    for row in rows:
        if isinstance(row.event.body, CheckoutStarted):
            matters[CART] = of_checkout(row.event.body, proven=row.event.proven)
    with installation.store.transaction() as transaction:
        for send in _sends(shown.release, profile, now):
            about = shown.release.framework(send.framework)
            found = matter_of(transaction, blueprint, states[profile], send, now)
            if about is not None and found is not None and found.lines:
                matters.setdefault(about.about, found)
    moment = Moment(
        states[profile], now, shown.release, shown.products, blueprint.predictions_at(now)
    )
    names = {CART: "their last basket", VIEWED: "what they looked at", ORDER: "their last order"}
    known = [words for about, words in names.items() if about in matters]
    rest = "; what else there is to write about is invented" if len(known) < len(names) else ""
    return Seen(
        words=f"Profile {profile[:8]}{', with ' if known else ''}{', '.join(known)}{rest}",
        contact=contact,
        known=lambda name: value_of(name, moment),
        products=shown.products,
        matters=matters,
    )


def _sends(release: Release, profile: str, now: Instant) -> Iterator[Send]:
    """A message of each flow, as if it had just been decided: to ask what it would be about."""
    for flow in release.flows:
        for framework in release.frameworks:
            for point in points_of([flow], framework.key)[:1]:
                yield Send(
                    key="preview",
                    profile=profile,
                    flow=flow.key,
                    run=0,
                    point=point,
                    framework=framework.key,
                    release=release.number,
                    decision="preview",
                    action=Action(),
                    at=now,
                    valid_until=now,
                    subject=OPEN_CART if framework.about == CART else "",
                )
