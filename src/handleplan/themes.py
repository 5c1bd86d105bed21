"""Finding a theme by what people call it: slug, name, other spelling or an unambiguous beginning."""

from collections.abc import Sequence

from handleplan.failure import Failure
from handleplan.model.config import Theme
from handleplan.spelling import nearest

_SPELLED_OUT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-", "_": "-"})


def normalise(word: str) -> str:
    """Bring a theme's name into the form that spellings share: ``Grøn omstilling`` gives ``groen-omstilling``."""
    return word.strip().casefold().translate(_SPELLED_OUT)


def find_theme(word: str, themes: Sequence[Theme]) -> Theme | None:
    """Return the theme that a word names, None when none or more than one can be meant."""
    wanted = normalise(word)
    found = [theme for theme in themes if wanted in (theme.slug, normalise(theme.name))]
    if not found and wanted:
        found = [
            theme
            for theme in themes
            if theme.slug.startswith(wanted) or normalise(theme.name).startswith(wanted)
        ]
    return found[0] if len(found) == 1 else None


def unknown_theme(word: str, known: Sequence[str]) -> Failure:
    """Make the refusal of a word that names none of the known slugs; it names the one nearest to it."""
    guess = nearest(normalise(word), known) or ""
    return Failure("unknown-theme", theme=word, nearest=guess, expected=list(dict.fromkeys(known)))
