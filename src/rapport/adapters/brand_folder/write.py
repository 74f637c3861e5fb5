"""Writing a brand's folder, so that reading it again gives the same."""

from __future__ import annotations

from pathlib import Path

from rapport.adapters.brand_folder.asked import write_preferences
from rapport.adapters.brand_folder.in_yaml import in_yaml
from rapport.adapters.brand_folder.languages import write_languages
from rapport.adapters.brand_folder.modes import write_in_charge
from rapport.adapters.brand_folder.plain import Plain, conditions, filled
from rapport.adapters.brand_folder.proof import write_proof
from rapport.adapters.brand_folder.scalars import (
    write_amount,
    write_duration,
    write_share,
    write_time_of_day,
)
from rapport.adapters.brand_folder.write_flows import write_flow
from rapport.adapters.brand_folder.write_frameworks import layout_file, write_framework, write_rule
from rapport.core.blueprint import BrandFolder
from rapport.core.brand import Brand
from rapport.core.creative.voice import Claim, Voice, VoiceTone
from rapport.core.deciding.arms import BUCKETS
from rapport.core.deciding.budget import Budget
from rapport.core.offer import Offer
from rapport.errors import BrandFolderError


def write_brand_folder(folder: BrandFolder, path: Path) -> None:
    """Writes `folder` below `path`, which is made where it is missing. Comments are not kept.

    `read_brand_folder(path).without_places()` then equals `folder.without_places()`. Files of
    frameworks and flows are named by their keys. Nothing is deleted: where `path` holds other files
    that would be read with these, raises BrandFolderError before anything is written.
    """
    _refuse_others(folder, path)
    for name in ("creative", "flows", "layouts"):
        (path / name).mkdir(parents=True, exist_ok=True)
    _write(path / "brand.yaml", _brand(folder.brand))
    _write(path / "voice.yaml", write_voice(folder.voice))
    _write(
        path / "offers.yaml",
        {"offers": [_offer(offer, folder.brand.currency) for offer in folder.offers]},
    )
    if folder.claims:
        _write(path / "claims.yaml", {"claims": [write_claim(claim) for claim in folder.claims]})
    if folder.rules:
        _write(path / "rules.yaml", {"rules": [write_rule(rule) for rule in folder.rules]})
    for framework in folder.frameworks:
        _write(
            path / "creative" / f"{framework.key}.yaml", write_framework(framework, folder.brand)
        )
        for visual, source in framework.layouts:
            file = path / layout_file(framework.key, visual)
            file.write_text(source, encoding="utf-8", newline="")
    for flow in folder.flows:
        _write(path / "flows" / f"{flow.key}.yaml", write_flow(flow))


def _refuse_others(folder: BrandFolder, path: Path) -> None:
    written = {
        "creative": {f"{framework.key}.yaml" for framework in folder.frameworks},
        "flows": {f"{flow.key}.yaml" for flow in folder.flows},
    }
    others = [
        f"{name}/{file.name}: is not part of what is to be written here: move it away first"
        for name, own in written.items()
        for file in sorted((path / name).glob("*.yaml"))
        if file.name not in own
    ]
    for name, content in (("claims", folder.claims), ("rules", folder.rules)):
        if (path / f"{name}.yaml").exists() and not content:
            others.append(
                f"{name}.yaml: there are no {name} to be written here: move it away first"
            )
    if others:
        raise BrandFolderError(tuple(others))


def _write(file: Path, content: Plain) -> None:
    file.write_text(in_yaml(content), encoding="utf-8", newline="\n")


def _brand(brand: Brand) -> Plain:
    return {
        "key": brand.key,
        "name": brand.name,
        "sender": {
            "name": brand.from_name,
            "email": brand.from_email,
            "reply_to": brand.reply_to,
        },
        "postal_address": brand.postal_address,
        "shop_url": brand.shop_url,
        **filled(logo_url=brand.logo_url),
        "currency": brand.currency,
        "locale": brand.locale,
        "language": brand.language,
        "time_zone": brand.zone.name,
        "quiet_hours": {
            "from": write_time_of_day(brand.quiet_from),
            "until": write_time_of_day(brand.quiet_until),
        },
        "caps": [
            {"messages": cap.count, "within": write_duration(cap.window)} for cap in brand.caps
        ],
        "margin": {
            "rate": write_share(brand.margin_rate),
            "floor": write_share(brand.margin_floor),
        },
        "costs": {
            "message": write_amount(brand.message_cost, brand.currency),
            "unsubscribe": write_amount(brand.unsubscribe_cost, brand.currency),
        },
        "arms": {
            "holdout": write_share(brand.arms.holdout / BUCKETS),
            "usual": write_share(brand.arms.usual / BUCKETS),
            "salt": brand.arms.salt,
        },
        "soft_opt_in_countries": list(brand.soft_opt_in_countries),
        **filled(
            trust_browser_consent="true" if brand.trust_browser_consent else "",
            trust_browser_orders="true" if brand.trust_browser_orders else "",
            link_hosts=list(brand.link_hosts),
        ),
        "colours": dict(brand.colours),
        **filled(preferences=write_preferences(brand.preferences), facts=dict(brand.facts)),
        **write_in_charge(brand),
        **write_proof(brand),
        **filled(languages=write_languages(brand.words)),
    }


def write_voice(voice: Voice) -> Plain:
    """The voice, as it is written."""
    return {
        "who": voice.who,
        "does": list(voice.does),
        "does_not": list(voice.does_not),
        "words": {
            "use": list(voice.use),
            "avoid": list(voice.avoid),
            **filled(require=list(voice.require)),
        },
        "reading_level": voice.reading_level,
        **filled(stop={check: list(phrases) for check, phrases in voice.stop.items()}),
        "tones": [write_tone(tone) for tone in voice.tones],
    }


def write_tone(tone: VoiceTone) -> Plain:
    """A tone of the voice, as it is written."""
    return {
        "key": tone.key,
        "label": tone.label,
        "describes": tone.describes,
        "example": tone.example,
    }


def _offer(offer: Offer, currency: str) -> Plain:
    worth: Plain = {}
    if offer.kind == "percent":
        worth = {"value": f"{offer.value}%"}
    elif offer.kind == "amount":
        worth = {"value": write_amount(offer.value, currency)}
    elif offer.kind in ("free_shipping", "gift"):
        worth = {"cost": write_amount(offer.cost, currency)}
    return {
        "key": offer.key,
        "kind": offer.kind,
        **filled(label=offer.label),
        **worth,
        **filled(
            code=offer.code,
            lasts=write_duration(offer.lasts) if offer.lasts else "",
            min_total=write_amount(offer.min_total, currency) if offer.min_total else "",
            who=conditions(offer.who),
            budget=_budget(offer.budget, currency) if offer.budget else None,
        ),
    }


def _budget(budget: Budget, currency: str) -> Plain:
    limit: Plain = {"uses": budget.uses}
    if budget.amount:
        limit = {"amount": write_amount(budget.amount, currency)}
    return {**limit, "per": budget.per}


def write_claim(claim: Claim) -> Plain:
    """A claim, as it is written."""
    return {
        "key": claim.key,
        "text": claim.text,
        "evidence": claim.evidence,
        **filled(**{"from": claim.first_day}, until=claim.until),
    }
