"""Whom a host's name or number can be reached by."""

from __future__ import annotations

import ipaddress

NOT_FOR_STRANGERS = ("localhost", "local", "internal", "example", "invalid")
"""Last parts of names that mean nothing outside of one network, or nothing at all (RFC 2606, 6761,
6762). `test` is not among them: who tries things out with a mail catcher needs a name."""

EXAMPLES = ("example.com", "example.net", "example.org")


NOBODYS = ("example", "invalid", "localhost", "test")
"""Last parts of names that nobody can own, so that no mail comes from there or gets there (RFC
2606)."""


def is_nobodys(host: str) -> bool:
    """Whether nobody can own a name, so that it stands for another in an example or a test."""
    name = host.lower().removesuffix(".")
    reserved = any(f".{name}".endswith(f".{one}") for one in EXAMPLES)
    return reserved or name.rpartition(".")[2] in NOBODYS


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_for_strangers(host: str) -> bool:
    """Whether somebody's mail program, anywhere in the world, could reach a host of this name: as
    far as the name tells, for nobody is asked."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        name = host.lower().removesuffix(".")
    within, _, last = name.rpartition(".")
    reserved = any(f".{name}".endswith(f".{one}") for one in EXAMPLES)
    # A number in an old way of writing one, such as 127.1, is no name.
    named = bool(within) and not last.isdigit()
    return named and last not in NOT_FOR_STRANGERS and not reserved
