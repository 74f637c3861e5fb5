"""What a brand's folder may not do: run away, reach out, or hide something in its YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixture_folder import edit, problems


@pytest.mark.parametrize(
    "liquid",
    [
        "{% render 'card' %}",
        "{% include 'card' %}",
        "{% for i in (1..1000000000) %}x{% endfor %}",
        "{% assign x = 'a' %}",
        "{% capture x %}a{% endcapture %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% liquid echo 'ten pounds' %}",
        "{{ 'ten pounds' }}",
        "{{ cart.total | append: ' off' }}",
        "{{ cart.total | truncate: 'abc' }}",
        "{{ cart.total | default: 'x' }}",
        "{% if cart.total > 5 %}x{% endif %}",
        "{{ cart }}",
        "{{ cart.items }}",
        "{{ cart['total'] }}" + "{{ settings.secret }}",
        "{% if first_name %}x{% endif %}",
        "{% if first_name != '' %}" * 12 + "x" + "{% endif %}" * 12,
        "{{ cart.total }}" * 500,
    ],
)
def test_liquid_that_could_add_words_or_reach_out_is_refused(folder: Path, liquid: str) -> None:
    edit(folder, "creative/checkout.yaml", "cta: See your basket", f'cta: "{liquid}"')
    assert any("blocks[0].cta" in problem for problem in problems(folder))


@pytest.mark.parametrize(
    "liquid",
    [
        "{% for a in (1..1000000000) %}x{% endfor %}",
        "{% for a in cart.items %}" * 3 + "x" + "{% endfor %}" * 3,
        "{% for a in brand.facts %}x{% endfor %}",
        "{% include 'x' %}",
        "{{ brand.colours }}",
        "{{ slots.nothing }}",
    ],
)
def test_liquid_that_could_run_away_in_a_layout_is_refused(folder: Path, liquid: str) -> None:
    edit(folder, "layouts/note.mjml", "{{ slots.headline }}", liquid)
    assert any(problem.startswith("layouts/note.mjml:10: ") for problem in problems(folder))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a: &x [1]\nb: *x\n", "brand.yaml:1: found an anchor or alias"),
        ("a: !!python/object/apply:os.system ['true']\n", "found the tag"),
        ("[" * 5000, "deep"),
        ("a: [1, 2\n", "brand.yaml:2: YAML cannot be read"),
        ("a: b: c\n", "put words with ': ' in quotes"),
        ("a: 1\n---\nb: 2\n", "found a second document"),
        ("", "brand.yaml: the file is empty"),
        ("- just\n- a list\n", "brand.yaml:1: found a list, expected a mapping"),
        ("x" * 600_000, "expected at most 512000"),
        ("a: [" + "1," * 30_000 + "]", "found more than 20000 values"),
    ],
)
def test_yaml_that_is_no_plain_data_is_refused(folder: Path, content: str, expected: str) -> None:
    (folder / "brand.yaml").write_text(content, "utf-8")
    assert any(expected in problem for problem in problems(folder))


def test_bytes_that_are_not_text_are_refused_with_their_line(folder: Path) -> None:
    (folder / "voice.yaml").write_bytes(b"who: a\ndoes: \xff\xfe\n")
    assert any(
        p.startswith("voice.yaml:2: found bytes that are not UTF-8") for p in problems(folder)
    )


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("who: me\n", "utf-8")
    (folder / "voice.yaml").unlink()
    (folder / "voice.yaml").symlink_to(tmp_path / "secret.yaml")
    assert "voice.yaml: leads out of the brand's folder" in problems(folder)
