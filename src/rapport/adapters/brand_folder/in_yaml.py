"""Words, lists and mappings as they stand in a brand's files."""

from __future__ import annotations

import yaml


def in_yaml(content: object) -> str:
    """The content as YAML: in its order, long words in block style, and no anchors."""
    return str(yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  the library's signature
        return True


def _words(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
    style = "|" if "\n" in words else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


_Dumper.add_representer(str, _words)
