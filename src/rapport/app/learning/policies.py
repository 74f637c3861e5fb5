"""Publishing policies, taking them back, and who may: a person, or the learner by rule.

A snapshot is immutable and has a number of one sequence, whether it holds or not. What is published
holds for the next decision; taking one back publishes the content of an earlier one anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.evidence.learn import FAMILY_SWITCH
from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import NotAllowedError, acting, allow
from rapport.app.in_charge.reasons import fits
from rapport.app.measuring.evaluate import Evaluation
from rapport.app.publishing.publications import published
from rapport.app.publishing.second_person import own_proposal
from rapport.app.wording.counts import so_many
from rapport.core.blueprint import Blueprint
from rapport.core.oversight.audit import Act, Deed
from rapport.core.oversight.people import PUBLISH, WRITE
from rapport.core.policy.policy import Policy
from rapport.core.policy.snapshots import BY_PERSON, ROLLBACK, Origin
from rapport.core.time import Instant
from rapport.errors import RapportError, UserError
from rapport.ports import Oversight, Transaction
from rapport.science.off_policy import Estimate

PUBLISHING = "policy publishing"
"""The switch that holds back publishing by rule; it stands at `PAUSED` or at nothing."""

PAUSED = "paused"
RULE_WORDS = "publishing of policies by rule"


class Snapshot(Struct, frozen=True):
    """One policy in the list: `state` is `holds`, `held`, or `candidate`.

    `state` is `to come` where it holds only from a future on, as after a clock that ran ahead.
    `how` and `origin` are those of `rapport.core.policy.snapshots.Origin`; for a candidate `why`
    says why it was not published.
    """

    policy: Policy
    state: str
    how: str = ""
    origin: int = -1
    why: str = ""
    family: str = ""


def snapshots(oversight: Oversight, blueprint: Blueprint, now: Instant) -> list[Snapshot]:
    """Every snapshot that is kept, by number; `now` is the moment of the next decision."""
    brand, policies = blueprint.brand, blueprint.policies
    current = blueprint.policy_at(now)
    origins = oversight.origins(brand)
    known = {policy.number for policy in policies}
    found = [
        Snapshot(
            policy,
            "holds" if policy is current else "to come" if policy.since > now else "held",
            origins[policy.number].how,
            origins[policy.number].number,
        )
        for policy in policies
    ]
    found += [
        Snapshot(one.policy, "candidate", why=one.why, family=one.family)
        for one in oversight.candidates(brand)
        if one.policy.number not in known
    ]
    return sorted(found, key=lambda one: one.policy.number)


def who_publishes(oversight: Oversight, blueprint: Blueprint) -> str:
    """Who publishes what is learnt: `rule`, `person`, or `nobody` while it is paused."""
    if oversight.switch(blueprint.brand, PUBLISHING) == PAUSED:
        return "nobody"
    return blueprint.releases[-1].brand.learning.publish


def find(found: Sequence[Snapshot], number: int, brand: str) -> Snapshot:
    """The snapshot of this number. Raises UserError where there is none."""
    for one in found:
        if one.policy.number == number:
            return one
    numbers = [one.policy.number for one in found]
    raise UserError(
        f"Brand '{brand}' has no policy {number}. It has: {in_short(numbers)}. "
        "See: rapport policy list"
    )


def publish_candidate(
    transaction: Transaction,
    brand: str,
    number: int,
    act: Act,
    evaluation: Evaluation,
    *,
    override: bool = False,
) -> Policy:
    """Publishes a policy that has never held, if the launch gate is open or overridden.

    `evaluation` is what the person saw, and stands in the audit log. Raises RapportError where the
    gate is shut, and UserError where another policy was published since it was looked at.
    """
    allow(acting(transaction, brand, act.who), PUBLISH, "publish policies")
    fits(act.why)
    blueprint = published(transaction, brand)
    snapshot = find(snapshots(transaction, blueprint, act.at), number, brand)
    if own := own_proposal(transaction, brand, act.who, snapshot.why):
        raise NotAllowedError(own)
    if snapshot.state != "candidate":
        raise UserError(
            f"Policy {number} was published before. To go back to it: rapport policy rollback "
            f"{number}"
        )
    current = blueprint.policy_at(act.at)
    if evaluation.against.policy != current.number or evaluation.policy != number:
        raise UserError(
            f"Policy {current.number} was published while policy {number} was being judged. Try "
            f"again: it is then held against policy {current.number}."
        )
    if not (evaluation.gate.open or override):
        raise RapportError(
            f"Policy {number} does not pass the launch gate, and was not published. "
            f"{evaluation.gate.says} To publish it all the same, and have that on record: "
            "--override --because REASON --by NAME"
        )
    policy = enact(transaction, brand, snapshot.policy, Origin(BY_PERSON, number), act.at)
    transaction.turn(brand, FAMILY_SWITCH, snapshot.family)
    did = "published" if evaluation.gate.open else "overrode"
    deed = Deed(act.who, did, f"policy {policy.number}", act.why, _seen(evaluation))
    note(transaction, brand, act.at, deed)
    return policy


def roll_back(transaction: Transaction, brand: str, number: int | None, act: Act) -> Policy:
    """Publishes the content of a policy that held before, and pauses publishing by rule. It holds
    for the next decision, whatever holds only from later on.

    Without a number, the content that held before the one that holds now. Raises UserError where
    there is no such policy, or it is what holds.
    """
    allow(acting(transaction, brand, act.who), PUBLISH, "take policies back")
    fits(act.why)
    blueprint = published(transaction, brand)
    found = snapshots(transaction, blueprint, act.at)
    held = [one for one in found if one.state != "candidate"]
    current = next(one for one in held if one.state == "holds")
    if number is None:
        back = _before(held, current)
        if back is None:
            raise UserError(f"Policy {current.policy.number} is the only one that ever held.")
    else:
        back = find(found, number, brand)
        if back.state == "candidate":
            raise UserError(
                f"Policy {number} has never held. To publish it: rapport policy publish {number}"
            )
        if back.origin == current.origin:
            raise UserError(f"Policy {current.policy.number} is that already: nothing to do.")
    origin = Origin(ROLLBACK, back.origin)
    policy = enact(transaction, brand, back.policy, origin, act.at)
    transaction.turn(brand, PUBLISHING, PAUSED)
    saw = {"held until now": f"policy {current.policy.number}", "content": f"policy {back.origin}"}
    deed = Deed(act.who, "rolled back", f"policy {policy.number}", act.why, saw)
    note(transaction, brand, act.at, deed)
    return policy


def pause(transaction: Transaction, brand: str, act: Act) -> None:
    """From now on the learner publishes nothing by rule. Raises UserError where that is so."""
    allow(acting(transaction, brand, act.who), WRITE, "pause what is published by rule")
    fits(act.why)
    published(transaction, brand)
    if transaction.switch(brand, PUBLISHING) == PAUSED:
        words = "Publishing by rule is paused already."
        raise UserError(words, at_the_terminal="to resume, rapport policy resume")
    transaction.turn(brand, PUBLISHING, PAUSED)
    note(transaction, brand, act.at, Deed(act.who, "stopped", RULE_WORDS, act.why))


def resume(transaction: Transaction, brand: str, act: Act) -> None:
    """The learner may publish by rule again. Raises UserError where it may already."""
    allow(acting(transaction, brand, act.who), PUBLISH, "resume what is published by rule")
    fits(act.why)
    published(transaction, brand)
    if transaction.switch(brand, PUBLISHING) != PAUSED:
        raise UserError("Publishing by rule is not paused.")
    transaction.turn(brand, PUBLISHING, "")
    note(transaction, brand, act.at, Deed(act.who, "resumed", RULE_WORDS, act.why))


def enact(
    transaction: Transaction, brand: str, content: Policy, origin: Origin, since: Instant
) -> Policy:
    """Publishes a policy's content, with today's budgets. Returns it as it holds, from `since` on,
    which is the moment of the next decision: those that were to hold from later on are displaced.

    It keeps its number where that is above all that were published; else it gets a new one.
    """
    blueprint = published(transaction, brand)
    current = blueprint.policy_at(since)
    keeps = content.number > blueprint.policies[-1].number
    number = content.number if keeps else transaction.next_policy_number(brand)
    policy = replace(
        content,
        number=number,
        since=since,
        closed_offers=current.closed_offers,
        offer_prices=current.offer_prices,
        note=content.note if keeps else f"as policy {origin.number}: {_bare(content.note)}",
    )
    transaction.publish_policy(brand, policy, origin)
    return policy


def in_short(numbers: Sequence[int]) -> str:
    """Numbers in as few words as say them: `0 to 4, 7`."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(f"{a} to {b}" if b > a else str(a) for a, b in parts) or "none"


def _before(held: Sequence[Snapshot], current: Snapshot) -> Snapshot | None:
    """What held before the content of `current` first did; a budget's change is no new content."""
    first = next(one for one in held if one.origin == current.origin)
    earlier = [one for one in held if one.policy.number < first.policy.number]
    return earlier[-1] if earlier else None


def _bare(words: str) -> str:
    """A note without where its content came from before."""
    return words.partition(": ")[2] if words.startswith("as policy ") else words


def _seen(evaluation: Evaluation) -> dict[str, str]:
    """What the person saw, for the record."""
    saw = {one.wanted: one.found for one in evaluation.gate.conditions}
    saw["gate"] = evaluation.gate.says
    saw["judged by"] = (
        f"{so_many(evaluation.decisions, 'decision')} about "
        f"{so_many(evaluation.profiles, 'person', 'people')}"
    )
    today = evaluation.against
    saw["incumbent"] = f"policy {today.policy}"
    compared = {
        f"policy {today.policy} (DR)": today.value,
        f"more than policy {today.policy} (DR)": today.gain,
        f"more than policy {today.policy} (MIPS)": today.marginal,
    }
    for name, found in (compared | evaluation.estimates).items():
        if isinstance(found, Estimate):
            unit = f"{evaluation.reward} a decision, minor units of {evaluation.currency}"
            saw[name] = f"{found.value:.6g} ({found.low:.6g} to {found.high:.6g}) {unit}"
        else:
            saw[name] = f"unavailable, because {found.reason}"
    return saw
