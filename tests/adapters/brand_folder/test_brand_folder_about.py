"""What a framework is about, and flows about more than a checkout, as people write them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fixture_folder import FIXTURE, problems

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.write import write_brand_folder
from rapport.core.flow import DecisionPoint, UntilOrder
from rapport.core.time import DAY


def folder_about(tmp_path: Path, about: str, facts: str | None = None) -> Path:
    """The fixture with its framework about something else, in words and in layouts."""
    facts = about if facts is None else facts
    path = tmp_path / "brand"
    shutil.copytree(FIXTURE, path)
    framework = path / "creative/checkout.yaml"
    written = framework.read_text("utf-8").replace("cart.", f"{facts}.")
    framework.write_text(written.replace("\noffers:", f"\nabout: {about}\noffers:", 1), "utf-8")
    for layout in (path / "layouts").glob("*.mjml"):
        layout.write_text(layout.read_text("utf-8").replace("cart.", "products."), "utf-8")
    return path


@pytest.mark.parametrize("about", ["cart", "viewed", "order"])
def test_a_framework_may_be_about_other_products_than_the_basket(
    tmp_path: Path, about: str
) -> None:
    (framework,) = read_brand_folder(folder_about(tmp_path, about)).frameworks
    assert framework.about == about


def test_words_that_name_what_the_framework_is_not_about_are_refused_with_their_line(
    tmp_path: Path,
) -> None:
    path = folder_about(tmp_path, "viewed", facts="cart")
    found = problems(path)
    lines = (path / "creative/checkout.yaml").read_text("utf-8").splitlines()
    named = [index + 1 for index, line in enumerate(lines) if "cart." in line]
    assert named
    for line in named:
        assert any(
            problem.startswith(f"creative/checkout.yaml:{line}:") and "name viewed.*" in problem
            for problem in found
        )


def test_a_message_about_nothing_has_no_facts_of_products(tmp_path: Path) -> None:
    found = problems(folder_about(tmp_path, "nothing", facts="order"))
    assert any("it has no facts of products" in problem for problem in found)


def test_a_layout_that_leads_to_something_else_is_refused(tmp_path: Path) -> None:
    path = folder_about(tmp_path, "order")
    layout = path / "layouts/note.mjml"
    layout.write_text(layout.read_text("utf-8").replace("products.", "cart."), "utf-8")
    found = problems(path)
    assert any(p.startswith("layouts/note.mjml:") and "name order.*" in p for p in found)
    layout.write_text(layout.read_text("utf-8").replace("cart.url", "brand.shop_url"), "utf-8")
    assert any("{{ order.url }} or {{ products.url }} is missing" in p for p in problems(path))


def test_an_unknown_matter_is_refused(tmp_path: Path) -> None:
    found = problems(folder_about(tmp_path, "views", facts="cart"))
    assert any("about: found 'views'" in p and "did you mean 'viewed'?" in p for p in found)


@pytest.mark.parametrize("about", ["cart", "viewed", "order"])
def test_what_is_written_again_reads_the_same(tmp_path: Path, about: str) -> None:
    path = folder_about(tmp_path, about)
    with_wait(path, "{until: next_order, after: 3d, else: 45d, at_most: 120d}")
    folder = read_brand_folder(path)
    write_brand_folder(folder, tmp_path / "again")
    again = read_brand_folder(tmp_path / "again")
    assert again.without_places() == folder.without_places()


@pytest.mark.parametrize(
    "trigger", ["product_viewed", "cart_updated", "subscribed", "order_placed", "custom:Quiz"]
)
def test_a_flow_may_start_on_more_than_a_checkout(tmp_path: Path, trigger: str) -> None:
    path = folder_about(tmp_path, "order")
    flow = path / "flows/checkout.yaml"
    written = flow.read_text("utf-8").replace("trigger: checkout_started", f"trigger: {trigger}")
    flow.write_text(written.replace("exit_on: [", "exit_on: [cart_updated, "), "utf-8")
    (flow_read,) = read_brand_folder(path).flows
    assert flow_read.trigger == trigger
    assert "cart_updated" in flow_read.exit_on


def with_wait(path: Path, wait: str) -> None:
    """Puts a wait before the flow's first decision point."""
    flow = path / "flows/checkout.yaml"
    written = flow.read_text("utf-8")
    flow.write_text(written.replace("steps:\n", f"steps:\n  - wait: {wait}\n", 1), "utf-8")


def test_a_wait_may_go_on_until_the_next_order_is_due(tmp_path: Path) -> None:
    path = folder_about(tmp_path, "order")
    with_wait(path, "{until: next_order, before: 5d, else: 45d, at_most: 120d}")
    (flow,) = read_brand_folder(path).flows
    assert flow.nodes[0] == UntilOrder(5 * DAY, 45 * DAY, 120 * DAY)
    assert any(isinstance(node, DecisionPoint) for node in flow.nodes)


@pytest.mark.parametrize(
    ("wait", "message"),
    [
        ("{until: payday, else: 45d, at_most: 120d}", "wait.until: found 'payday'"),
        ("{until: next_order, else: 45d}", "'at_most' is missing"),
        ("{until: next_order, at_most: 45d}", "'else' is missing"),
        ("{until: next_order, else: 50d, at_most: 45d}", "expected no more than at_most"),
        (
            "{until: next_order, before: 1d, after: 1d, else: 4d, at_most: 5d}",
            "write either 'before' or 'after'",
        ),
        ("{until: next_order, else: soon, at_most: 45d}", "wait.else: found 'soon'"),
        ("[until, next_order]", "wait: found a list"),
    ],
)
def test_a_wait_for_an_order_that_cannot_be_meant_is_refused(
    tmp_path: Path, wait: str, message: str
) -> None:
    path = folder_about(tmp_path, "order")
    with_wait(path, wait)
    found = problems(path)
    assert any(p.startswith("flows/checkout.yaml:") and message in p for p in found), found


def test_a_flow_after_an_order_is_not_about_the_basket(tmp_path: Path) -> None:
    path = folder_about(tmp_path, "cart")
    flow = path / "flows/checkout.yaml"
    written = flow.read_text("utf-8").replace("checkout_started", "order_placed")
    flow.write_text(written, "utf-8")
    (found,) = problems(path)
    line = written.splitlines().index("    framework: checkout") + 1
    assert found.startswith(f"flows/checkout.yaml:{line}: steps[2].framework: 'checkout' is about")
