"""Words, lists and mappings as they stand in a brand's files."""

from __future__ import annotations

import re
import sys

import yaml

MOST_KEYS = 8
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_OTHER_BREAK = re.compile("[\r\x85\u2028\u2029]")
_KEY = re.compile(r"[a-z0-9_-]{1,40}")


def in_yaml(content: object) -> str:
    """The content as YAML: in its order, long words in block style, and no anchors."""
    return str(yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100))


def in_yaml_on_one_line(content: object) -> str:
    """The same in braces, on one line."""
    written = yaml.dump(
        content,
        Dumper=_OneLine,
        sort_keys=False,
        allow_unicode=True,
        width=sys.maxsize,
        default_flow_style=True,
    )
    return str(written).rstrip("\n")


class _OneLine(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  the library's signature
        return True


class _Dumper(_OneLine):
    pass


def _bare(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
    """Numbers and flags without quotes: these files are taken as they are written."""
    kind = "int" if _NUMBER.fullmatch(words) else "bool" if words in ("true", "false") else "str"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", words)


def _words(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
    # In a block, YAML takes other breaks (pasted words have them) for new lines of the file.
    style = ('"' if _OTHER_BREAK.search(words) else "|") if "\n" in words else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


def _list(dumper: yaml.SafeDumper, items: list[object]) -> yaml.SequenceNode:
    """Keys stand side by side, as people write them: `tones: [warm, plain]`."""
    keys = len(items) <= MOST_KEYS and all(
        isinstance(item, str) and _KEY.fullmatch(item) for item in items
    )
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=keys or None)


_OneLine.add_representer(str, _bare)
_Dumper.add_representer(str, _words)
_Dumper.add_representer(list, _list)
