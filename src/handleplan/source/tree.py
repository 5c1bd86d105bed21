"""YAML parser events to plain data, with a node beside each value that knows where it stands."""

from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from handleplan.problem import Problem, Range

try:
    from yaml.cyaml import CParser as EventParser  # type: ignore[attr-defined]
except ImportError:  # PyYAML without libyaml: the same events, ten times slower
    from handleplan.source.pure import EventParser  # type: ignore[assignment]

MAX_DEPTH = 100


class MappingNode:
    """Where a mapping begins, per key the key's event and the value's node, and the keys that were there already."""

    __slots__ = ("entries", "repeated", "start")

    def __init__(self, start: MappingStartEvent) -> None:
        self.start = start
        self.entries: dict[str, tuple[ScalarEvent, Node]] = {}
        self.repeated: tuple[ScalarEvent, ...] = ()


class SequenceNode:
    """Where a list begins, and the nodes of its items."""

    __slots__ = ("items", "start")

    def __init__(self, start: SequenceStartEvent) -> None:
        self.start = start
        self.items: list[Node] = []


# A scalar's node is its event: it holds both marks and the style, and costs nothing to keep.
Node: TypeAlias = ScalarEvent | AliasEvent | MappingNode | SequenceNode


class Tree:
    """A document: its data, the node of the top, and what is wrong; data that cannot be trusted are None.

    What few files have is noted on the way, so that nobody has to look for it in all the others: whether there are
    keys without a value, the block texts, and list items with a dash inside.
    """

    __slots__ = ("blocks", "dashed_items", "data", "has_empty_values", "problems", "root", "trusted")

    def __init__(self) -> None:
        self.data: Any = None
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.trusted = True
        self.has_empty_values = False
        self.blocks: list[ScalarEvent] = []
        self.dashed_items: list[ScalarEvent] = []


def span(event: yaml.Event) -> Range:
    """Return the offsets an event covers; the parsers give every event its marks."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return Range(event.start_mark.index, event.end_mark.index)


def build_tree(data: bytes) -> Tree:
    """Read UTF-8 bytes (no byte order mark) into text-only data and nodes, in one pass and without recursion.

    Scalars lose surrounding white space; keys with an empty value have a node but are absent from the data, empty
    list items are None. What YAML offers beyond plain trees is reported; where that leaves the data doubtful
    (an alias, a key that is no text, a second document, excessive depth) the data is None.

    Raises:
        yaml.YAMLError: the bytes are no YAML.
    """
    return _Builder(data).build()


def find_error(data: bytes) -> yaml.YAMLError | None:
    """Return why UTF-8 bytes are no YAML; None when they are."""
    parser = EventParser(data)
    try:
        if hasattr(parser, "raw_parse"):  # libyaml alone, without events: five times as fast
            parser.raw_parse()
        else:
            while type(parser.get_event()) is not StreamEndEvent:
                pass
    except yaml.YAMLError as error:
        return error
    return None


class _Builder:
    """The state of one reading."""

    def __init__(self, data: bytes) -> None:
        self.next_event = EventParser(data).get_event
        self.marked = b"&" in data or b"!" in data  # without these there are no anchors and tags to ask for
        self.tree = Tree()

    def build(self) -> Tree:  # noqa: C901, PLR0912, PLR0915 - one loop: a call per event costs a third of the reading
        """Drive the parser to the end of the first document."""
        next_event = self.next_event
        marked = self.marked
        stack: list[tuple[Any, Any, Any]] = []
        data: Any = None
        node: Any = None
        key: ScalarEvent | None = None
        top_data: Any = None
        top: Node | None = None
        documents = 0
        while True:
            event: Any = next_event()  # Any: mypy does not follow `kind is`, the fastest test
            kind = type(event)
            if kind is ScalarEvent:
                if marked and (event.anchor is not None or event.tag is not None):
                    self._refuse_properties(event)
                if type(data) is dict:
                    if key is None:
                        key = event
                        continue
                    name = key.value
                    if name in node.entries:
                        self._refuse_duplicate(key, node)
                    else:
                        node.entries[name] = (key, event)
                        value = event.value
                        if event.style:
                            value = value.strip()
                            if event.style in "|>":
                                self.tree.blocks.append(event)
                        if value:
                            data[name] = value
                        else:
                            self.tree.has_empty_values = True
                            if node.start.flow_style and event.start_mark.index == event.end_mark.index:
                                self._refuse_flow_key(key, node)
                    key = None
                elif data is not None:
                    data.append(event.value.strip() or None)
                    node.items.append(event)
                    if " - " in event.value:
                        self.tree.dashed_items.append(event)
                else:
                    top_data, top = event.value.strip(), event
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if marked and (event.anchor is not None or event.tag is not None):
                    self._refuse_properties(event)
                if key is None and type(data) is dict:
                    return self._refuse_key(event, [*(entry[1] for entry in stack if entry[1]), node])
                if len(stack) == MAX_DEPTH:
                    return self._give_up("nested-too-deeply", event, limit=MAX_DEPTH)
                stack.append((data, node, key))
                key = None
                if kind is MappingStartEvent:
                    data, node = {}, MappingNode(event)
                else:
                    data, node = [], SequenceNode(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value, child = data, node
                data, node, key = stack.pop()
                if data is None:
                    top_data, top = value, child
                elif key is None:
                    data.append(value)
                    node.items.append(child)
                else:
                    name = key.value
                    if name in node.entries:
                        self._refuse_duplicate(key, node)
                    else:
                        node.entries[name] = (key, child)
                        data[name] = value
                    key = None
            elif kind is AliasEvent:
                self._refuse_alias(event)
                if type(data) is list:
                    data.append(None)
                    node.items.append(event)
                elif key is None:
                    return self._give_up("key-not-text", event)
                else:
                    node.entries.setdefault(key.value, (key, event))
                    key = None
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    return self._give_up("several-documents", event)
            elif kind is StreamEndEvent:
                self.tree.data, self.tree.root = (top_data if self.tree.trusted else None), top
                return self.tree

    def _give_up(self, rule: str, event: yaml.Event, **values: object) -> Tree:
        start, end = span(event)
        self.tree.problems.append(Problem(rule, Range(start, max(end, start + 1)), values))
        return self._abandoned()

    def _abandoned(self) -> Tree:
        """Return a tree with nothing but what is wrong: of a document read in part the rest is no use."""
        tree = Tree()
        tree.problems, tree.trusted = self.tree.problems, False
        return tree

    def _refuse_properties(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        start = span(event).start
        rule = "anchor" if event.anchor else "tag"
        shown = f"&{event.anchor}" if event.anchor else str(event.tag).replace("tag:yaml.org,2002:", "!!")
        self.tree.problems.append(Problem(rule, Range(start, start + len(shown)), {"name": shown}))
        if isinstance(event, ScalarEvent) and not event.value:  # all of the text has become a name
            self.tree.trusted = False

    def _refuse_alias(self, event: AliasEvent) -> None:
        self.tree.trusted = False
        self.tree.problems.append(Problem("anchor", span(event), {"name": f"*{event.anchor}"}))

    def _refuse_duplicate(self, key: ScalarEvent, node: MappingNode) -> None:
        node.repeated += (key,)
        values = {"key": key.value, "first": span(node.entries[key.value][0])}
        self.tree.problems.append(Problem("duplicate-key", span(key), values))

    def _refuse_flow_key(self, key: ScalarEvent, node: MappingNode) -> None:
        """In ``{text: Synlighed, herunder AI}`` the comma made ``herunder AI`` a key; ``{Navn}`` is all key."""
        if len(node.entries) == 1:
            self._refuse_bracket(node)
        elif self.tree.trusted:
            self.tree.problems.append(Problem("comma-in-flow-text", span(key), {"text": key.value}))

    def _refuse_key(self, event: yaml.Event, nodes: list[MappingNode | SequenceNode]) -> Tree:
        """A list or keys in place of a key: in ``{{navn}}`` a text that begins with a bracket, else unheard of."""
        flow = next((node for node in nodes if node.start.flow_style), None)
        if flow is None:
            return self._give_up("key-not-text", event)
        self._refuse_bracket(flow)
        return self._abandoned()

    def _refuse_bracket(self, node: MappingNode | SequenceNode) -> None:
        start = span(node.start).start
        character = "{" if isinstance(node, MappingNode) else "["
        self.tree.problems.append(
            Problem("special-character", Range(start, start + 1), {"character": character})
        )
        self.tree.trusted = False
