"""Reads a mapping's YAML. Every mistake is told with its line, what was found and what fits."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from babel.numbers import list_currencies

from rapport.adapters.order_export.mapping import (
    CUSTOMER_KINDS,
    FIELDS,
    REQUIRED,
    WORD_FIELDS,
    Columns,
    ConsentSetting,
    Formats,
    Mapping,
)
from rapport.adapters.order_export.rules import (
    RULES,
    Action,
    Rule,
    RuleSetting,
    parse_condition,
)
from rapport.adapters.plain_files import plain_file
from rapport.errors import UserError

TOP = ("key", "format", "currency", "columns", "consent", "countries", "rules")
FORMAT = ("delimiter", "encodings", "dates", "time_zone", "decimal")
CONSENT = ("channel", "yes", "wording")


def shipped_mappings() -> tuple[str, ...]:
    """The names of the mappings that come with Rapport; `read_mapping` takes them as they are."""
    folder = resources.files("rapport") / "mappings"
    return tuple(
        sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))
    )


def read_mapping(path: str | Path) -> Mapping:
    """The mapping in the file `path`, or the shipped one of that name.

    Raises UserError with one line for each mistake: file, line, what was found, what was expected.
    """
    name, text = _text_of(path)
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark else name
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise UserError(f"{where}: this is not valid YAML: {problem}.") from error
    except RecursionError as error:
        raise UserError(f"{name}: this is nested too deeply to be a mapping.") from error
    reader = _Reader(name)
    mapping = reader.mapping(root)
    if mapping is None or reader.problems:
        raise UserError("\n".join(reader.problems))
    return mapping


def _text_of(path: str | Path) -> tuple[str, str]:
    shipped = shipped_mappings()
    if str(path) in shipped and not Path(path).exists():
        file = resources.files("rapport") / "mappings" / f"{path}.yaml"
        return f"{path}.yaml", file.read_text(encoding="utf-8")
    try:
        return str(path), plain_file(Path(path)).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: a mapping is YAML in UTF-8; this file is not.") from error
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise UserError(
            f"The mapping {path} cannot be opened: {reason}. Give the path of a mapping, or the "
            f"name of one that comes with Rapport: {', '.join(shipped)}."
        ) from error


def nearest(found: str, among: Iterable[str]) -> str:
    """` Did you mean X?`, or nothing where nothing is near."""
    by_lower = {name.lower(): name for name in among}
    close = get_close_matches(found.lower(), by_lower, n=1, cutoff=0.6)
    return f" Did you mean {by_lower[close[0]]!r}?" if close else ""


class _Reader:
    """Walks the YAML tree, keeping each mistake with its line instead of stopping at the first."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[str] = []

    def wrong(self, node: yaml.Node | None, found: str, expected: str) -> None:
        line = node.start_mark.line + 1 if node is not None else 1
        self.problems.append(f"{self.name}:{line}: found {found}, expected {expected}")

    # --- Plain values --------------------------------------------------------------------------

    def text(self, node: yaml.Node, what: str) -> str:
        if isinstance(node, yaml.ScalarNode) and node.tag != "tag:yaml.org,2002:null":
            return str(node.value)
        self.wrong(node, _shape(node), f"{what} as text.")
        return ""

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.text(item, what) for item in node.value)
        return (self.text(node, what),)

    def choice(self, node: yaml.Node, what: str, allowed: Iterable[str]) -> str:
        value, allowed = self.text(node, what), tuple(allowed)
        if value and value not in allowed:
            self.wrong(node, repr(value), f"{' or '.join(allowed)}.{nearest(value, allowed)}")
        return value

    def checked(self, node: yaml.Node, what: str, fits: Callable[[str], bool]) -> str:
        value = self.text(node, what)
        if value and not fits(value):
            self.wrong(node, repr(value), f"{what}.")
        return value

    def entries(
        self, node: yaml.Node | None, what: str, allowed: Iterable[str] | None = None
    ) -> dict[str, yaml.Node]:
        """The entries of a YAML mapping; unknown and repeated keys are mistakes."""
        found: dict[str, yaml.Node] = {}
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return found
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, _shape(node), f"{what} as entries of the form `name: value`.")
            return found
        for key_node, value in node.value:
            key = self.text(key_node, f"a name in {what}")
            if allowed is not None and key not in allowed:
                options = ", ".join(allowed)
                self.wrong(
                    key_node, f"{key!r} in {what}", f"one of {options}.{nearest(key, allowed)}"
                )
            elif key in found:
                self.wrong(key_node, f"{key!r} for the second time in {what}", "it once.")
            else:
                found[key] = value
        return found

    # --- The mapping ---------------------------------------------------------------------------

    def mapping(self, root: yaml.Node | None) -> Mapping | None:
        top = self.entries(root, "the mapping", TOP)
        for name in ("key", "columns"):
            if name not in top:
                self.wrong(root, f"no {name!r}", f"an entry `{name}:` in the mapping.")
        if "key" not in top or "columns" not in top:
            return None
        key = self.checked(
            top["key"],
            "a key of lower-case letters, digits, '_' and '-'",
            lambda value: re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,63}", value) is not None,
        )
        kind, columns = self.columns(top["columns"])
        currency = ""
        if "currency" not in top:
            self.wrong(root, "no 'currency'", "`currency: GBP`, or `currency: {column: NAME}`.")
        elif isinstance(top["currency"], yaml.MappingNode):
            columns["currency"] = self.column(top["currency"], "currency")
        else:
            known = list_currencies()
            currency = self.checked(
                top["currency"], "an ISO 4217 currency such as GBP", lambda value: value in known
            )
        return Mapping(
            key=key,
            columns=columns,
            customer_kind=kind,
            currency=currency,
            formats=self.formats(top.get("format")),
            consent=self.consent(top.get("consent")),
            countries=self.countries(top.get("countries")),
            rules=self.rules(top.get("rules"), columns),
        )

    def columns(self, node: yaml.Node) -> tuple[str, dict[str, Columns]]:
        kind = "email"
        found: dict[str, Columns] = {}
        entries = self.entries(node, "columns", [f for f in FIELDS if f != "currency"])
        for field, value in entries.items():
            found[field] = self.column(value, field)
            if field != "customer":
                continue
            inner = self.entries(value, "customer") if isinstance(value, yaml.MappingNode) else {}
            if "kind" in inner:
                kind = self.choice(inner["kind"], "the kind of customer", CUSTOMER_KINDS)
            else:
                self.wrong(
                    value, "no 'kind'", "`customer: {column: NAME, kind: user_id}`, or kind: email."
                )
        for field in REQUIRED:
            if field not in entries:
                self.wrong(node, f"no {field!r} in columns", f"an entry `{field}: COLUMN`.")
        if "unit_price" not in entries and "total" not in entries:
            self.wrong(node, "neither 'unit_price' nor 'total'", "one of them in columns.")
        return kind, found

    def column(self, node: yaml.Node, field: str) -> Columns:
        if not isinstance(node, yaml.MappingNode):
            return Columns(self.texts(node, f"the column of {field}"))
        allowed = ("column", "optional", "kind") if field == "customer" else ("column", "optional")
        inner = self.entries(node, field, allowed)
        if "column" not in inner:
            self.wrong(node, "no 'column'", f"`{field}: {{column: NAME}}`.")
            return Columns(())
        names = self.texts(inner["column"], f"the column of {field}")
        optional = "optional" in inner and (
            self.choice(inner["optional"], "optional", ("true", "false")) == "true"
        )
        return Columns(names, optional)

    def formats(self, node: yaml.Node | None) -> Formats:
        given = self.entries(node, "format", FORMAT)
        plain = Formats()
        delimiter, encodings = plain.delimiter, plain.encodings
        dates, zone, decimal = plain.dates, plain.time_zone, plain.decimal
        if "delimiter" in given:
            delimiter = self.checked(
                given["delimiter"], "one character as the delimiter", _is_delimiter
            )
        if "encodings" in given:
            encodings = self.texts(given["encodings"], "an encoding")
            for name in encodings:
                if not _is_encoding(name):
                    self.wrong(given["encodings"], repr(name), "an encoding such as utf-8, cp1252.")
        if "dates" in given:
            dates = self.texts(given["dates"], "a date pattern")
            for pattern in dates:
                if pattern != "iso" and "%" not in pattern:
                    self.wrong(
                        given["dates"],
                        repr(pattern),
                        "`iso` or a pattern such as '%d/%m/%Y %H:%M'.",
                    )
        if "time_zone" in given:
            zone = self.checked(given["time_zone"], "a time zone such as Europe/London", _is_zone)
        if "decimal" in given:
            decimal = self.choice(given["decimal"], "the decimal sign", (".", ","))
        return Formats(delimiter, encodings, dates, zone, decimal)

    def consent(self, node: yaml.Node | None) -> ConsentSetting:
        given = self.entries(node, "consent", CONSENT)
        plain = ConsentSetting()
        channel, yes, wording = plain.channel, plain.yes, plain.wording
        if "channel" in given:
            channel = self.choice(given["channel"], "the channel", ("email", "sms"))
        if "yes" in given:
            yes = tuple(word.lower() for word in self.texts(given["yes"], "a word for yes"))
        if "wording" in given:
            wording = self.text(given["wording"], "the wording")
        return ConsentSetting(channel, yes, wording)

    def countries(self, node: yaml.Node | None) -> dict[str, str]:
        def is_code(value: str) -> bool:
            return re.fullmatch("[A-Z]{2}", value) is not None

        return {
            name.lower(): self.checked(value, "a country's code such as GB", is_code)
            for name, value in self.entries(node, "countries").items()
        }

    # --- Rules ---------------------------------------------------------------------------------

    def rules(self, node: yaml.Node | None, columns: dict[str, Columns]) -> dict[Rule, RuleSetting]:
        names = tuple(rule.value for rule in RULES)
        settings: dict[Rule, RuleSetting] = {}
        for name, value in self.entries(node, "rules", names).items():
            rule = Rule(name)
            if rule is Rule.NON_PRODUCT:
                settings[rule] = self.codes(value)
            elif isinstance(value, yaml.MappingNode):
                settings[rule] = self.conditional(rule, value, columns)
            else:
                settings[rule] = RuleSetting(self.action(rule, value))
        return settings

    def action(self, rule: Rule, node: yaml.Node) -> Action:
        allowed = (Action.REJECT, *RULES[rule].actions)
        value = self.choice(node, f"what {rule.value} does", [a.value for a in allowed])
        return Action(value) if value in set(Action) else Action.REJECT

    def codes(self, node: yaml.Node) -> RuleSetting:
        entries = self.entries(node, "non_product")
        return RuleSetting(
            codes={
                code.strip().lower(): self.action(Rule.NON_PRODUCT, value)
                for code, value in entries.items()
            }
        )

    def conditional(self, rule: Rule, node: yaml.Node, columns: dict[str, Columns]) -> RuleSetting:
        allowed = ("when", "do") if RULES[rule].has_condition else ("do",)
        inner = self.entries(node, rule.value, allowed)
        action = Action.REJECT
        if "do" in inner:
            action = self.action(rule, inner["do"])
        else:
            self.wrong(node, "no 'do'", f"`do: reject`, or another action, in {rule.value}.")
        if "when" not in inner:
            return RuleSetting(action)
        text = self.text(inner["when"], "the condition")
        condition = parse_condition(text)
        if condition is None:
            self.wrong(
                inner["when"],
                repr(text),
                "`FIELD starts with X`, `FIELD is X, Y` or `FIELD is filled`.",
            )
            return RuleSetting(action)
        among = [f for f in columns if f in WORD_FIELDS or condition.test == "is filled"]
        if condition.field not in among:
            self.wrong(
                inner["when"],
                f"the field {condition.field!r}",
                f"one of {', '.join(among)}.{nearest(condition.field, among)}",
            )
        return RuleSetting(action, condition)


def _shape(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "entries"
    return "a list" if isinstance(node, yaml.SequenceNode) else "nothing"


def _is_delimiter(value: str) -> bool:
    return len(value) == 1 and value not in '"\r\n\0'


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
        "a".encode(name)
    except (LookupError, ValueError, TypeError):
        return False
    return True


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
