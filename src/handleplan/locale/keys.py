"""What the keys and values of files mean, for editors; loaded by ``schema`` alone."""

from collections.abc import Mapping

from handleplan.locale import Language


class KeyTexts:
    """The explanations of one language."""

    __slots__ = ("_keys", "_messages", "_values", "language")

    def __init__(self, language: Language) -> None:
        if language == "da":
            from handleplan.locale import keys_da as module
        else:
            from handleplan.locale import keys_en as module  # type: ignore[no-redef]
        self.language: Language = language
        self._keys: Mapping[str, tuple[str, str]] = module.KEYS
        self._values: Mapping[str, Mapping[str, str]] = module.VALUES
        self._messages: Mapping[str, str] = module.MISTAKES

    def name_of(self, model: type, key: str) -> str:
        """Return under which name a model's key is explained: its own, or that of the model it inherits the key from."""
        names = [f"{one.__name__}.{key}" for one in model.__mro__]
        return next((name for name in names if name in self._keys), names[0])

    def key(self, name: str) -> tuple[str, str]:
        """Return the title and the explanation of ``Model.key``, of a file kind, or of what ``Model.key.*`` holds."""
        return self._keys[name]

    def values(self, name: str) -> Mapping[str, str]:
        """Return the explanations of the words that a key takes."""
        return self._values[name]

    def mistake(self, name: str, /, **values: object) -> str:
        """Return what an editor says of a mistake, or of an item it offers, its placeholders filled in."""
        return self._messages[name].format_map(values)
