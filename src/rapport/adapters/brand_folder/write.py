"""Writing a brand's folder, so that reading it again gives the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rapport.adapters.brand_folder.asked import write_preferences
from rapport.adapters.brand_folder.flows import NEXT_ORDER
from rapport.adapters.brand_folder.in_yaml import in_yaml
from rapport.adapters.brand_folder.modes import write_in_charge, write_writing
from rapport.adapters.brand_folder.proof import write_proof
from rapport.adapters.brand_folder.scalars import (
    write_amount,
    write_condition,
    write_day,
    write_duration,
    write_share,
    write_time_of_day,
)
from rapport.core.blueprint import (
    BUCKETS,
    AnyNode,
    Branch,
    Brand,
    BrandFolder,
    Budget,
    DecisionPoint,
    Exit,
    Flow,
    Offer,
    TimeLevel,
    UntilOrder,
    Wait,
)
from rapport.core.creative import (
    CART,
    SILENCE,
    Block,
    Condition,
    Framework,
    Level,
    Rule,
    Topic,
)
from rapport.core.voice import Claim, Voice
from rapport.errors import BrandFolderError

# What YAML is made of: words, whole numbers, booleans, lists and mappings of them.
Plain = dict[str, Any]


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
    _write(path / "voice.yaml", _voice(folder.voice))
    _write(
        path / "offers.yaml",
        {"offers": [_offer(offer, folder.brand.currency) for offer in folder.offers]},
    )
    if folder.claims:
        _write(path / "claims.yaml", {"claims": [_claim(claim) for claim in folder.claims]})
    if folder.rules:
        _write(path / "rules.yaml", {"rules": [_rule(rule) for rule in folder.rules]})
    for framework in folder.frameworks:
        _write(path / "creative" / f"{framework.key}.yaml", _framework(framework, folder.brand))
        for visual, source in framework.layouts:
            file = path / _layout_file(framework.key, visual)
            file.write_text(source, encoding="utf-8", newline="")
    for flow in folder.flows:
        _write(path / "flows" / f"{flow.key}.yaml", _flow(flow))


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


def _filled(**parts: object) -> Plain:
    """The parts that say something."""
    return {name: part for name, part in parts.items() if part not in ("", (), [], {}, None)}


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
        **_filled(logo_url=brand.logo_url),
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
        **_filled(
            trust_browser_consent="true" if brand.trust_browser_consent else "",
            link_hosts=list(brand.link_hosts),
        ),
        "colours": dict(brand.colours),
        **_filled(preferences=write_preferences(brand.preferences), facts=dict(brand.facts)),
        **write_in_charge(brand),
        **write_proof(brand),
    }


def _voice(voice: Voice) -> Plain:
    return {
        "who": voice.who,
        "does": list(voice.does),
        "does_not": list(voice.does_not),
        "words": {
            "use": list(voice.use),
            "avoid": list(voice.avoid),
            **_filled(require=list(voice.require)),
        },
        "reading_level": voice.reading_level,
        **_filled(stop={check: list(phrases) for check, phrases in voice.stop.items()}),
        "tones": [
            {
                "key": tone.key,
                "label": tone.label,
                "describes": tone.describes,
                "example": tone.example,
            }
            for tone in voice.tones
        ],
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
        **_filled(label=offer.label),
        **worth,
        **_filled(
            code=offer.code,
            lasts=write_duration(offer.lasts) if offer.lasts else "",
            min_total=write_amount(offer.min_total, currency) if offer.min_total else "",
            who=_conditions(offer.who),
            budget=_budget(offer.budget, currency) if offer.budget else None,
        ),
    }


def _budget(budget: Budget, currency: str) -> Plain:
    limit: Plain = {"uses": budget.uses}
    if budget.amount:
        limit = {"amount": write_amount(budget.amount, currency)}
    return {**limit, "per": budget.per}


def _conditions(conditions: Iterable[Condition]) -> list[str]:
    return [write_condition(condition) for condition in conditions]


def _claim(claim: Claim) -> Plain:
    return {
        "key": claim.key,
        "text": claim.text,
        "evidence": claim.evidence,
        **_filled(until=claim.until),
    }


def _topic(topic: Topic) -> Plain:
    return {"key": topic.key, "label": topic.label}


def _framework(framework: Framework, brand: Brand) -> Plain:
    return {
        "key": framework.key,
        "name": framework.name,
        **_filled(about=framework.about if framework.about != CART else ""),
        **({"topic": _topic(framework.topic)} if framework.topic is not None else {}),
        "offers": list(framework.offers),
        "tones": [_level(level) for level in framework.tones],
        "angles": [_level(level) for level in framework.angles],
        "visuals": [
            {**_level(level), "layout": _layout_file(framework.key, level.key)}
            for level in framework.visuals
        ],
        "slots": [
            {"key": slot.key, "max_chars": slot.max_chars}
            | ({} if slot.required else {"required": False})
            for slot in framework.slots
        ],
        **_filled(
            writer=write_writing(framework.writing),
            rules=[_rule(rule) for rule in framework.rules],
        ),
        "blocks": [_entry(blocks, brand) for blocks in _entries(framework)],
    }


def _layout_file(framework: str, visual: str) -> str:
    return f"layouts/{framework}-{visual}.mjml"


def _level(level: Level) -> Plain:
    return {
        "key": level.key,
        "label": level.label,
        "describes": level.describes,
        **_filled(topics=list(level.topics), needs=list(level.needs)),
    }


def _rule(rule: Rule) -> Plain:
    levels = {factor: _one_or_list(keys) for factor, keys in rule.levels}
    when: Plain | list[str] = _conditions(rule.when)
    if rule.any_of:
        when = _filled(all=when, any=_conditions(rule.any_of))
    return {
        "name": rule.name,
        **_filled(because=rule.because, frameworks=_one_or_list(rule.frameworks)),
        **({"say": "nothing"} if rule.kind == SILENCE else {rule.kind: levels}),
        **_filled(
            when=when,
            **{"from": "" if rule.first_day is None else write_day(rule.first_day)},
            until="" if rule.last_day is None else write_day(rule.last_day),
        ),
        **({} if rule.active else {"active": False}),
    }


def _bound(block: Block) -> tuple[object, ...]:
    return (
        block.points,
        block.offers,
        block.tones,
        block.angles,
        block.visuals,
        block.language,
        block.by,
    )


def _entries(framework: Framework) -> list[list[Block]]:
    """Neighbours that are bound to the same, while their slots come in the framework's order."""
    order = {slot.key: index for index, slot in enumerate(framework.slots)}
    entries: list[list[Block]] = []
    for block in framework.blocks:
        last = entries[-1][-1] if entries else None
        if last and _bound(last) == _bound(block) and order[last.slot] < order[block.slot]:
            entries[-1].append(block)
        else:
            entries.append([block])
    return entries


def _entry(blocks: Sequence[Block], brand: Brand) -> Plain:
    first = blocks[0]
    return {
        **_filled(
            points=list(first.points),
            offer=_one_or_list(first.offers),
            tone=_one_or_list(first.tones),
            angle=_one_or_list(first.angles),
            visual=_one_or_list(first.visuals),
            language=first.language if first.language != brand.language else "",
            by=first.by,
        ),
        **{block.slot: block.text for block in blocks},
    }


def _one_or_list(keys: Sequence[str]) -> str | list[str]:
    return keys[0] if len(keys) == 1 else list(keys)


def _flow(flow: Flow) -> Plain:
    targets = {node.otherwise for node in flow.nodes if isinstance(node, Branch)}
    names = {index: f"step-{index + 1}" for index in targets if index < len(flow.nodes)}
    return {
        "key": flow.key,
        "name": flow.name,
        "trigger": flow.trigger,
        "enter_when": _conditions(flow.enter_when),
        "enter_within": write_duration(flow.enter_within),
        "reentry_after": write_duration(flow.reentry_after),
        "exit_on": list(flow.exit_on),
        **({"categories": list(flow.categories)} if flow.categories else {}),
        "steps": [
            {**_filled(name=names.get(index)), **_step(node, names)}
            for index, node in enumerate(flow.nodes)
        ],
    }


def _step(node: AnyNode, names: dict[int, str]) -> Plain:
    match node:
        case Wait():
            return {
                "wait": write_duration(node.length),
                **({"quiet": True} if node.quiet else {}),
                "at_most": write_duration(node.at_most),
            }
        case UntilOrder():
            ahead = {"before" if node.before >= 0 else "after": write_duration(abs(node.before))}
            return {
                "wait": {
                    "until": NEXT_ORDER,
                    **(ahead if node.before else {}),
                    "else": write_duration(node.otherwise),
                    "at_most": write_duration(node.at_most),
                }
            }
        case Branch():
            return {
                "if": _conditions(node.conditions),
                "otherwise": names.get(node.otherwise, "exit"),
            }
        case DecisionPoint():
            return _point(node)
        case Exit():
            return {"exit": node.reason}


def _point(point: DecisionPoint) -> Plain:
    return {
        "decide": point.key,
        "framework": point.framework,
        "times": [_time(time) for time in point.times],
        "usual": dict(point.usual),
        "patience": write_duration(point.patience),
        "valid_for": write_duration(point.valid_for),
        "window": write_duration(point.window),
    }


def _time(time: TimeLevel) -> Plain:
    moment = (
        {"at": write_time_of_day(time.minute_of_day)}
        if time.minute_of_day >= 0
        else {"after": write_duration(time.after)}
    )
    return {"key": time.key, "label": time.label, **moment}
