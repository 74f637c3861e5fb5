"""A folder that may have mistakes, for those who want to see it before it is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from rapport.adapters.brand_folder.nodes import Problem, Problems
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.framework import Block
from rapport.core.creative.message import Finding

MISTAKE = "mistake"


class BrandDraft(Struct, frozen=True):
    """A folder as it was read. `mistakes` are all of them, as publishing would tell them;
    `by_block` are those within a block's words, by the block's id, and `by_visual` those of a
    layout, by framework and visual. `by_rule` is the file and line of each rule, by its name and
    its framework's key, which is empty for the brand's own, and `by_care` that of each rule which
    `care` in brand.yaml amounts to, by its name; what is not written there has none. `layouts` are
    the files of each layout, its own first, by framework and visual."""

    folder: BrandFolder
    mistakes: tuple[str, ...]
    by_block: Mapping[str, tuple[Finding, ...]]
    by_visual: Mapping[tuple[str, str], tuple[Finding, ...]]
    by_rule: Mapping[tuple[str, str], str]
    by_care: Mapping[str, str]
    layouts: Mapping[tuple[str, str], tuple[str, ...]]


def findings_by_visual(
    layouts: Mapping[tuple[str, str], tuple[str, ...]], problems: Problems
) -> Mapping[tuple[str, str], tuple[Finding, ...]]:
    """The mistakes of each layout; `layouts` are its files, by framework and visual."""
    return {
        place: tuple(
            Finding(MISTAKE, f"{problem.file}:{problem.line}", problem.message, "")
            for problem in problems.found
            if problem.file in files
        )
        for place, files in layouts.items()
    }


def findings_by_block(folder: BrandFolder, problems: Problems) -> Mapping[str, tuple[Finding, ...]]:
    """The mistakes that lie within a block's words."""
    by_file: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems.found:
        by_file[problem.file].append(problem)
    found: dict[str, tuple[Finding, ...]] = {}
    for framework in folder.frameworks:
        for file, lines in _lines(framework.blocks).items():
            for problem in by_file.get(file, ()):
                block = _around(problem.line, lines)
                if block is not None:
                    finding = Finding(MISTAKE, f"{file}:{problem.line}", problem.message, "")
                    found[block.id] = (*found.get(block.id, ()), finding)
    return found


def _lines(blocks: tuple[Block, ...]) -> dict[str, list[tuple[int, Block]]]:
    """The line that each block begins on, by file."""
    lines: defaultdict[str, list[tuple[int, Block]]] = defaultdict(list)
    for block in blocks:
        file, _, line = block.where.rpartition(":")
        if file and line.isdigit():
            lines[file].append((int(line), block))
    return {file: sorted(found, key=lambda each: each[0]) for file, found in lines.items()}


def _around(line: int, blocks: list[tuple[int, Block]]) -> Block | None:
    """The block whose words `line` lies in: at its beginning or as far below it as it has lines."""
    for begin, block in reversed(blocks):
        if begin <= line:
            return block if line <= begin + block.text.count("\n") + 1 else None
    return None
