"""Danish and English texts: one module a language, the same keys in each."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")
DEFAULT: Language = "da"


class Texts:
    """The texts of one language, with the workspace's own labels laid over the shipped ones."""

    __slots__ = ("_labels", "_messages", "labels", "language")

    def __init__(self, language: Language, labels: Mapping[str, str] | None = None) -> None:
        if language == "da":
            from handleplan.locale import da as module
        else:
            from handleplan.locale import en as module  # type: ignore[no-redef]
        self.language: Language = language
        self.labels: Mapping[str, str] = labels or {}
        self._labels: Mapping[str, str] = {**module.LABELS, **(labels or {})}
        self._messages: Mapping[str, str] = module.MESSAGES

    @property
    def all_labels(self) -> Mapping[str, str]:
        """Every label by its word, for templates that cannot ask."""
        return self._labels

    @property
    def all_messages(self) -> Mapping[str, str]:
        """Every message of papers by its key, placeholders as they are, for templates that cannot ask."""
        return {key: text for key, text in self._messages.items() if key.startswith("report.")}

    def label(self, word: str, /, **values: object) -> str:
        """Return the label of a word of plans and papers: ``goals`` gives ``Mål``.

        Of what stands in braces only the names of the given values are placeholders: a workspace's label is any text.
        """
        label = self._labels[word]
        for name, value in values.items():
            label = label.replace(f"{{{name}}}", str(value))
        return label

    def message(self, key: str, /, **values: object) -> str:
        """Return a message, its placeholders filled in."""
        return self._messages[key].format_map(values)

    def count(self, key: str, number: int, /, **values: object) -> str:
        """Return a message that counts: ``key.one`` for 1, ``key.other`` else, with ``{n}`` filled in.

        Both languages follow the Unicode CLDR's rule for whole numbers: one for 1 alone.
        """
        return self.message(f"{key}.one" if number == 1 else f"{key}.other", n=number, **values)
