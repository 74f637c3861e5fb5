"""Changes to a file as text: what is asked for comes, and nothing else moves."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.adapters.brand_folder.changing import passages_in, text_with
from rapport.adapters.brand_folder.patching import (
    Add,
    Patch,
    Put,
    Remove,
    patched,
    wanted,
)
from rapport.adapters.brand_folder.stretches import (
    composed,
    plain,
)
from rapport.core.creative.editing import (
    AddLevel,
    AddWords,
    EditLevel,
    EditWords,
    RetireLevel,
    RetireWords,
    SetLimit,
    SetMode,
)
from rapport.errors import UserError

FILE = """\
# Above all
key: tea     # the key
slots:
  - {key: subject, max_chars: 60}   # short
  - {key: body, max_chars: 700}
tones:
  # the first
  - {key: warm, label: Warm, describes: 'One, two'}
  - key: plain   # a comment
    label: Plain
    describes: Short.
rules:
  - name: No jokes
    forbid: {tone: warm}
    when: ['a < 3']
blocks:
  # About the beginning.
  - points: [first]
    tone: warm
    # inside
    subject: Hello   # said aloud
    body: |
      One.

      Two.

  # A comment that belongs to the next.
  - {tone: plain, subject: 'In braces', body: "More"}

  - tones: [warm, plain]
    subject: >
      Folded
      words
    body: Last   # and a word on it
# Below all
"""


def ids(text: str = FILE) -> list[str]:
    return [one.id for one in passages_in(text)]


def untouched(before: str, after: str, *gone: str) -> None:
    """Every line but those that contain `gone` is still there, in its order."""
    rest = iter(after.split("\n"))
    for line in before.split("\n"):
        if line and not any(part in line for part in gone):
            assert line in rest, line


def test_one_word_changes_one_line() -> None:
    words = {"subject": "Good day", "body": "One.\n\nTwo."}
    change = EditWords(ids()[0], {"point": ("first",), "tone": ("warm",)}, words)
    after = text_with(FILE, change)
    assert after == FILE.replace("subject: Hello   # said", "subject: Good day  # said")


def test_words_in_paragraphs_take_the_place_of_a_line_and_keep_its_comment() -> None:
    change = EditWords(ids()[2], {"tone": ("warm", "plain")}, {"body": "One.\n\nTwo."})
    after = text_with(FILE, change)
    assert "    body: |-  # and a word on it\n      One.\n\n      Two.\n# Below all\n" in after
    untouched(FILE, after, "body: Last")


def test_words_within_braces_become_lines_where_they_need_to() -> None:
    short = text_with(FILE, EditWords(ids()[1], {"tone": ("plain",)}, {"subject": "Braced: yes"}))
    assert "- {tone: plain, subject: 'Braced: yes', body: More}" in short
    long = text_with(FILE, EditWords(ids()[1], {"tone": ("plain",)}, {"body": "A\n\nB"}))
    assert passages_in(long)[1].words["body"] == "A\n\nB"
    untouched(FILE, long, "In braces")


def test_a_binding_is_put_where_bindings_stand_and_may_go() -> None:
    bound = {"point": ("first", "second"), "tone": ("warm",), "angle": ("help",)}
    after = text_with(FILE, EditWords(ids()[0], bound, {}))
    assert "  - points: [first, second]\n    tone: warm\n    angle: help\n    # inside\n" in after
    free = text_with(FILE, EditWords(ids()[0], {}, {}))
    assert passages_in(free)[0].bound == {}
    assert "# About the beginning.\n  - # inside\n    subject: Hello" in free
    tied = text_with(free, EditWords(ids(free)[0], {"tone": ("warm",)}, {}))
    assert passages_in(tied)[0].bound == {"tone": ("warm",)}


def test_words_that_are_emptied_leave_the_file() -> None:
    bound = {"point": ("first",), "tone": ("warm",)}
    after = text_with(FILE, EditWords(ids()[0], bound, {"body": ""}))
    assert "body" not in passages_in(after)[0].words
    untouched(FILE, after, "body: |", "One.", "Two.")


def test_new_words_stand_behind_the_last_and_before_what_follows() -> None:
    after = text_with(FILE, AddWords({"tone": ("plain",)}, {"subject": "New: words"}))
    added = "\n\n  - tone: plain\n    subject: 'New: words'\n# Below all\n"
    assert after.endswith(added)
    untouched(FILE, after)


def test_retired_words_go_and_comments_stay() -> None:
    after = text_with(FILE, RetireWords(ids()[0]))
    assert len(passages_in(after)) == 2
    assert "# About the beginning." in after
    assert "# A comment that belongs to the next." in after
    after = text_with(FILE, RetireWords(ids()[1]))
    assert "\n\n\n" not in after


def test_a_level_is_named_anew_in_braces_and_in_lines() -> None:
    after = text_with(FILE, EditLevel("tone", "warm", "Kind", "One: two", ("Warm", "One, two")))
    assert "  - {key: warm, label: Kind, describes: 'One: two'}\n" in after
    after = text_with(FILE, EditLevel("tone", "plain", "Bare", "Less.", ("Plain", "Short.")))
    assert "  - key: plain   # a comment\n    label: Bare\n    describes: Less.\nrules:" in after


def test_a_level_that_goes_takes_its_own_words_and_leaves_those_of_others() -> None:
    after = text_with(FILE, RetireLevel("tone", "warm"))
    left = passages_in(after)
    assert [one.bound for one in left] == [{"tone": ("plain",)}, {"tone": ("plain",)}]
    assert "tones: [plain]" in after
    assert "rules:" not in after, "what only forbade it"
    assert "# the first" in after


def test_a_new_level_comes_with_its_words() -> None:
    words = {"subject": "Hi", "offer_line": "{{ offer.label }} for you"}
    text = FILE.replace("rules:", "offers: [none, ten, five]\nrules:")
    after = text_with(text, AddLevel("tone", "loud", "Loud", "Short", words))
    assert "  - key: loud\n    label: Loud\n    describes: Short\n" in after
    assert passages_in(after)[-2].words == {"subject": "Hi"}
    assert passages_in(after)[-1].bound == {"offer": ("ten", "five"), "tone": ("loud",)}


def test_a_limit_and_a_mode_are_set() -> None:
    after = text_with(FILE, SetLimit("subject", "72", "60"))
    assert after == FILE.replace("max_chars: 60}", "max_chars: 72}")
    after = text_with(FILE, SetMode("sample", "30%", "2d", "approved"))
    assert (
        "max_chars: 700}\nwriter:\n  mode: sample\n  sample: 30%\n  deadline: 2d\ntones:" in after
    )
    assert text_with(after, SetMode("approved", "", "", "sample")) == FILE


@pytest.mark.parametrize(
    "change",
    [EditWords("gone", {}, {"subject": "x"}), RetireWords("gone"), SetLimit("title", "3", "2"),
     RetireLevel("tone", "gone"), EditLevel("angle", "x", "X", "x", ("", ""))],
)  # fmt: skip
def test_what_is_not_there_is_said_so(change: EditWords) -> None:
    with pytest.raises(UserError):
        text_with(FILE, change)


AWKWARD = (
    "- a dash", "Colons: here: there", "# none", "'single'", '"double"', "yes", "null", "~", "12",
    "& amp * star", "! bang", "!!python/object:os.system", "ends:", "> quoted", "| piped", "|", ">",
    "One\nand another", "A\n\nB", "@ at", "`ticks`", "? q", "- one\n- two", "key: value\nother: v",
    "--- a", "...", "\\n stays", "%TAG", "{a: b}", "[a, b]", "{{ cart.first.title }}: yes",
    "*alias", "&anchor x", "<<: *a", "a #b", "  two  spaces", "tab\tin it", "é 你 🫖", "\u2028line",
    "x" * 3_000, "0x1F", "1e3", "2026-01-01", "= x", "{% if a != '' %}b{% endif %}",
)  # fmt: skip
"""Words that mean something else in YAML where they stand bare."""


@pytest.mark.parametrize("words", AWKWARD)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_whatever_words_are_typed_are_read_again_as_they_were(words: str, number: int) -> None:
    bound = passages_in(FILE)[number].bound
    after = text_with(FILE, EditWords(ids()[number], bound, {"subject": words.strip()}))
    assert passages_in(after)[number].words["subject"] == words.strip()
    others = [one for i, one in enumerate(passages_in(after)) if i != number]
    assert [one.words for one in others] == [
        one.words for i, one in enumerate(passages_in(FILE)) if i != number
    ]


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=80)
PLACES = st.sampled_from(
    [("key",), ("slots", 0, "key"), ("tones", 1, "label"), ("blocks", 0, "body"),
     ("blocks", 1, "subject"), ("blocks", 2, "body"), ("blocks", 0, "new")]
)  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.tuples(PLACES, WORDS), min_size=1, max_size=4, unique_by=lambda pair: pair[0]),
    st.sets(st.sampled_from([0, 1, 2]), max_size=2),
    st.lists(WORDS, max_size=2),
)
def test_any_patches_come_out_as_wanted_or_are_refused(
    puts: list[tuple[tuple[str | int, ...], str]], gone: set[int], added: list[str]
) -> None:
    patches: list[Patch] = [Put(place, words.strip()) for place, words in puts]
    patches += [Remove(("blocks", number)) for number in gone]
    patches += [Add(("tones",), {"key": words.strip()}) for words in added]
    try:
        after = patched(FILE, patches)
    except UserError:
        assert gone & {place[1] for place, _ in puts if place[0] == "blocks"}
        return
    assert plain(composed(after)) == wanted(plain(composed(FILE)), patches)
    for comment in ("# Above all", "# the first", "# Below all", "# the key", "# a comment"):
        assert comment in after


def test_words_of_the_example_brand_are_changed_by_a_line() -> None:
    source = resources.files("rapport") / "brands" / "alder_and_clay" / "creative"
    text = (source / "browse.yaml").read_text(encoding="utf-8")
    for one in passages_in(text)[::5]:
        after = text_with(text, EditWords(one.id, one.bound, {"cta": "Zuletzt: ja"}))
        assert [p.words for p in passages_in(after) if p.words.get("cta") == "Zuletzt: ja"]
        assert len(set(after.split("\n")) - set(text.split("\n"))) == 1


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_marks_that_end_a_line_for_yaml_alone_move_nothing(mark: str) -> None:
    text = FILE.replace("# Above all", f"# Above{mark}# all").replace(
        "# inside", f"# in{mark}    # s"
    )
    one = passages_in(text)[0]
    after = text_with(text, EditWords(one.id, one.bound, {"subject": "Good day"}))
    assert after == text.replace("subject: Hello   # said", "subject: Good day  # said")
    assert len(passages_in(text_with(text, RetireWords(ids(text)[1])))) == 2


def test_a_binding_that_stays_is_left_as_it_is_written() -> None:
    text = FILE.replace("    tone: warm\n    # inside", "    tones: [warm]\n    # inside")
    (one, *_) = passages_in(text)
    after = text_with(text, EditWords(one.id, one.bound, {"subject": "Good day"}))
    assert after == text.replace("subject: Hello   # said", "subject: Good day  # said")


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_pasted_words_of_several_lines_may_hold_marks_that_end_a_line_for_yaml_alone(
    mark: str,
) -> None:
    one = passages_in(FILE)[0]
    body = f"Good{mark}day.\n\nAnd a second line."
    after = text_with(FILE, EditWords(one.id, one.bound, {"body": body}))
    assert body in [passage.words.get("body") for passage in passages_in(after)]
