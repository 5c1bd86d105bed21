"""PyYAML's own event parser, for installations that lack libyaml."""

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class EventParser(Reader, Scanner, Parser):
    """The classes of PyYAML that turn bytes into parser events, put together without a loader."""

    def __init__(self, stream: bytes) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
