"""What the reader of a brand's folder says of a value, said to whoever typed it into a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from rapport.app.wording.dates import day_in_words, day_of
from rapport.core.creative.framework import NO_OFFER

Labels = Mapping[tuple[str, str], str]
"""What people call a level, by factor and key."""

GONE = "Something that is ticked is not there any more. Open the page again."

MISSING_PART = re.compile(r"no approved ([a-z][a-z0-9_]*) for (.+) at point (\S+)")
NOT_THERE = re.compile(
    r"found '(.*)', expected (?:a level of \w+|an offer|a tone of voice\.yaml|a decision point of "
    r"this framework) that exists.*",
    re.DOTALL,
)
TOO_LONG = re.compile(r"found (\d+) characters before any fact, expected at most (\d+)")
TOGETHER = re.compile(r"the rules? '.*' (?:leaves|together leave|forbids) ", re.DOTALL)
_LEVEL = re.compile(r"(point|offer|tone|angle|visual) ([a-z0-9-]+)")


def in_words(words: str, labels: Labels) -> str:
    """What a folder's reader says of a value, for whoever typed it into a form."""
    for pattern, say in _SENTENCES:
        match = pattern.fullmatch(words)
        if match:
            return say(match, labels)
    return words


def label_of(labels: Labels, factor: str, key: str) -> str:
    return "No offer" if (factor, key) == ("offer", NO_OFFER) else labels.get((factor, key), key)


def _levels(words: str, labels: Labels) -> str:
    """`tone warm, angle help` as people say it."""
    return _LEVEL.sub(
        lambda found: f"the {found[1]} “{label_of(labels, found[1], found[2])}”", words
    ).replace("”, the ", "” with the ")


def _missing(match: re.Match[str], labels: Labels) -> str:
    what, levels, point = match.groups()
    return f"There would be {what} for {_levels(levels, labels)} at the point “{point}”."


def _missing_part(match: re.Match[str], labels: Labels) -> str:
    _, levels, point = match.groups()
    return (
        "Each message needs this part, and nothing else is approved for "
        f"{_levels(levels, labels)} at the point “{point}”."
    )


def _empty_fact(match: re.Match[str], labels: Labels) -> str:
    fact, offer, way = match.groups()
    without = "there is no offer" if offer == NO_OFFER else (
        f"the offer is “{label_of(labels, 'offer', offer)}”"
    )  # fmt: skip
    return f"{fact} is empty where {without}: tick only offers that have it, or write {way}."


def _together(match: re.Match[str], _: Labels) -> str:
    named = re.findall(r"'(.*?)'(?= and '|$)", match[1])
    names = " and ".join(f"“{name}”" for name in named)
    rules = "The rule" if len(named) == 1 else "Together, the rules"
    days = re.sub(r"\d{4}-\d\d-\d\d", lambda day: day_in_words(day_of(day[0])), match[3])
    return f"{rules} {names} would leave no {match[2]} to choose{days}."


def _by_format(template: str) -> Callable[[re.Match[str], Labels], str]:
    return lambda match, _: template.format(*match.groups())


_Sentences = Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], Labels], str]]]
_SENTENCES: _Sentences = tuple(
    (re.compile(pattern, re.DOTALL), say if callable(say) else _by_format(say))
    for pattern, say in (
        (r"found nothing, expected words", "Write something here."),
        (r"found nothing, expected (.+)", "Write {0}."),
        (r"found .*, expected at most (\d+) characters", "Write at most {0} characters."),
        (r"found .*, expected one line", "Write it on one line."),
        (
            r"found .*, expected words without the invisible character (.+)",
            "There is a character in it that nobody sees ({0}): type these words anew.",
        ),
        (
            TOO_LONG.pattern,
            "{0} characters without its facts, and there is room for {1}.",
        ),
        (r"found '(.+)', which voice\.yaml asks to avoid", "The brand’s voice avoids “{0}”."),
        (r"found '(.+?)' \([a-z -]+\): (.+)", "“{0}”: {1}."),
        (r"found .+, expected a language such as en", "Write two small letters, such as de."),
        (NOT_THERE.pattern, GONE),
        (r"found .*, expected lower-case letters, digits and '-'", GONE),
        (r"found (?:filter |tag )?'(.*)', expected (.+)", "Write {1}, not “{0}”."),
        (
            r"unknown fact '(.+?)'; did you mean '(.+)'\?",
            "There is no fact “{0}”. Did you mean “{1}”?",
        ),
        (r"unknown fact '(.+?)'; known here: (.+)", "There is no fact “{0}”. There is: {1}."),
        (r"unknown fact '(.+?)'(.*)", "There is no fact “{0}”{1}."),
        (r"Liquid cannot be (?:read|rendered): (.+)", "What is in braces cannot be read: {0}."),
        (r"the same words are approved already at .+", "The same words are approved already."),
        (r"(\{\{ .+ \}\}) is empty for the offer '(.+?)': bind .*? write (.+)", _empty_fact),
        (MISSING_PART.pattern, _missing_part),
        (r"(no approved .+?) for (.+) at point (\S+)", _missing),
        (
            r"the rule '(.*)' forbids the usual message of point (\S+)",
            "The rule “{0}” would forbid the message that is usual at the point “{1}”.",
        ),
        (
            r"the rules? ('.*') (?:leaves|together leave) no (\w+) in the framework '[^']*'(.*)",
            _together,
        ),
        (
            r"the rule '(.*)' says nothing to everybody, for good: .*",
            "By the rule “{0}” nothing would be said to anybody, for good. Say for whom, or until "
            "which day.",
        ),
        (
            r"'.+' is what Rapport itself gives as a reason: name it anew",
            "Rapport itself gives this as a reason. Take another name.",
        ),
        (r"found (\d+) combinations .*", "That makes {0} combinations: nobody could review them."),
        (r"only mode 'sample' has a sample.*", "Only where a share is seen: leave this empty."),
    )
)
