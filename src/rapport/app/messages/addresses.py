"""The addresses of one message: links that tell of a click, and pictures where they are today."""

from __future__ import annotations

from urllib.parse import urlsplit

from rapport.app.messages.links import ClickRef, Links, MessageRef
from rapport.app.wording.wordable import leads_to, own_hosts, web_address
from rapport.core.brand import Brand
from rapport.core.creative.message import Link
from rapport.core.creative.proof import PICTURE_NAME
from rapport.ports import Banners


class Addresses:
    """Every click is tracked, and leads where it says; the brand's own pictures are below the base
    of `links`, whatever it was when they were published."""

    def __init__(self, links: Links, brand: Brand, message: str, pictures: Banners | None) -> None:
        self._links = links
        self._brand = brand
        self._message = message
        self._pictures = pictures
        self._made: list[Link] = []
        self._hosts = own_hosts(brand)
        self._picture_hosts = (*self._hosts, urlsplit(links.base_url).hostname or "")
        self._media = f"/media/{brand.key}/"
        self.media = links.base_url + self._media
        exits = MessageRef(brand.key, message)
        self.unsubscribe_url = links.unsubscribe_url(exits)
        self.preferences_url = links.preferences_url(exits)

    def click(self, key: str, target: str) -> str:
        """The tracked address of `target`, or of the shop where `target` is no web address."""
        target = web_address(target) or self._brand.shop_url
        url = self._links.click_url(ClickRef(self._brand.key, self._message, key), target)
        self._made.append(Link(key=key, target=target, token=url.rpartition("/")[2]))
        return url

    def own(self, address: str) -> str:
        """An address from an event, if it is on the brand's own hosts; else nothing."""
        address = web_address(address)
        return address if leads_to(address, self._hosts) else ""

    def picture(self, address: str) -> str:
        """A picture of what is published: by its name, or by an address. What is published in one
        place may be sent from another, so that only the name of a picture of ours counts."""
        if PICTURE_NAME.fullmatch(address):
            return self.media + address
        address = web_address(address)
        _, ours, name = address.rpartition(self._media)
        if ours and self._pictures and PICTURE_NAME.fullmatch(name):
            # A shop's own pictures may be in a folder called media, too.
            return self.media + name if self._pictures.has(self._brand.key, name) else address
        return address

    def own_picture(self, address: str) -> str:
        """A picture's address from an event, if it is on the brand's own hosts or ours."""
        address = self.picture(address)
        return address if leads_to(address, self._picture_hosts) else ""

    def used_in(self, text: str) -> tuple[Link, ...]:
        return tuple(link for link in self._made if f"/c/{link.token}" in text)
