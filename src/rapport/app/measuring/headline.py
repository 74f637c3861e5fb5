"""What a flow came to, in the sentence or two that somebody reads first."""

from __future__ import annotations

from msgspec import Struct

from rapport.app.measuring.report import Comparison, Report
from rapport.app.measuring.report_text import Words
from rapport.app.wording.counts import so_many
from rapport.core.deciding.arms import ADAPTIVE, HOLDOUT, USUAL
from rapport.science.inference import BETTER, TOO_FEW, WORSE, Difference
from rapport.science.unavailable import Unavailable

UNKNOWN = "unavailable"


class Headline(Struct, frozen=True):
    """`verdict` is better, worse, too few to tell, or unavailable: of the adaptive messages against
    none, or against the usual ones where nobody gets none. `says` is that in a sentence; `also` is
    what choosing for each person added to the usual message, and what all of it hangs on. `flow` is
    what the flow is called."""

    verdict: str
    says: str
    also: str = ""
    flow: str = ""

    @property
    def class_name(self) -> str:
        """The verdict as one word."""
        return {BETTER: "better", WORSE: "worse"}.get(self.verdict, "unsure")


def headline(report: Report, words: Words) -> Headline:
    """What can be said of margin, and what cannot and why."""
    if report.withheld:
        return Headline(UNKNOWN, f"The results are withheld. {report.withheld}")
    of_all = report.comparison("margin", ADAPTIVE, HOLDOUT)
    of_choice = report.comparison("margin", ADAPTIVE, USUAL)
    if of_all is None and of_choice is None:
        return Headline(
            UNKNOWN,
            "What the messages earn is unavailable, because no two ways have people in them yet.",
        )
    few = _without_few(words, of_all, of_choice)
    if _unsure(of_all) and _unsure(of_choice):
        profiles = sum(arm.profiles for arm in report.arms)
        says = (
            "Too few to tell yet whether the adaptive messages earn more than none, or than the "
            f"usual ones: {so_many(profiles, 'profile')} so far."
        )
        return Headline(TOO_FEW, says, few)
    told = [_all_told(of_all, report, words), _choice_told(of_choice, words)]
    says, *also = [one for one in told if one]
    return Headline(_verdict(of_all or of_choice), says, " ".join(filter(None, (*also, few))))


def _all_told(of_all: Comparison | None, report: Report, words: Words) -> str:
    if of_all is None:
        return ""
    if isinstance(of_all.result, Unavailable):
        return f"What the adaptive messages earn is unavailable, because {of_all.result.reason}."
    return words.earned(report, of_all.result)


def _choice_told(of_choice: Comparison | None, words: Words) -> str:
    if of_choice is None:
        return ""
    result = of_choice.result
    if isinstance(result, Unavailable):
        return f"What choosing for each person adds is unavailable, because {result.reason}."
    if result.verdict == TOO_FEW:
        return (
            "Too few to tell yet whether choosing for each person earns more than the usual "
            "message."
        )
    more = words.change("margin", result.value)
    return f"Choosing for each person earned {more} margin per profile than the usual message."


def _without_few(words: Words, *found: Comparison | None) -> str:
    """That it hangs on very few people, said once."""
    told = [said for one in found if one is not None for said in words.without_few(one)]
    return told[0] if told else ""


def _unsure(found: Comparison | None) -> bool:
    return (
        found is not None
        and isinstance(found.result, Difference)
        and found.result.verdict == TOO_FEW
    )


def _verdict(found: Comparison | None) -> str:
    if found is None or not isinstance(found.result, Difference):
        return UNKNOWN
    return found.result.verdict
