"""Breaks of a file as a whole: its encoding, characters that cannot be seen, and what does not belong into one."""

from mutation.operator import Break, Draw, NoPlaceError, edited, is_one_line, known_keys, operator
from mutation.text import Site, Text

_WORDS = ("id", "theme", "owner", "quarters", "status", "step", "date", "slug", "year")


def _is_top_key(text: Text, site: Site) -> bool:
    return len(site.path) == 1 and site is not text.sites[0]


def _is_value(text: Text, site: Site) -> bool:
    return is_one_line(text, site) and site.span.end - site.span.start > 2  # noqa: PLR2004 - something to stand inside


@operator("saved as Windows-1252", "not-utf-8")
def windows(draw: Draw) -> Break:
    text = draw.file()
    at = next((index for index, char in enumerate(text.text) if not char.isascii()), -1)
    if at < 0:
        raise NoPlaceError
    return edited(text, at, at, "")._replace(files={text.path: text.text.encode("cp1252")})


@operator("saved as UTF-16", "not-utf-8")
def utf_16(draw: Draw) -> Break:
    text = draw.file()
    return edited(text, 0, 0, "")._replace(files={text.path: text.text.encode("utf-16")})


@operator("single letter in another encoding", "not-utf-8")
def one_byte(draw: Draw) -> Break:
    text, site = draw.site(_is_value)
    at = draw.rng.randrange(site.span.start + 1, site.span.end - 1)
    wrong = (
        text.text[:at].encode()
        + draw.rng.choice((b"\xe6", b"\xf8", b"\xff", b"\x96"))
        + text.text[at:].encode()
    )
    return edited(text, at, at, "")._replace(files={text.path: wrong})


@operator("control character", "control-character")
def control(draw: Draw) -> Break:
    return _inside_a_value(draw, draw.rng.choice("\x07\x08\x0b\x0c\x1b\x02\x7f"))


@operator("NUL", "control-character")
def nul(draw: Draw) -> Break:
    return _inside_a_value(draw, "\0")


def _inside_a_value(draw: Draw, character: str) -> Break:
    text, site = draw.site(_is_value)
    at = draw.rng.randrange(site.span.start + 1, site.span.end - 1)
    return edited(text, at, at, character)


@operator("nothing visible in a key", "invisible-character")
def in_key(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: site.name in known_keys(text, site))
    at = draw.rng.randrange(site.key.start + 1, site.key.end)
    return edited(text, at, at, draw.rng.choice("\u00ad\u200b\u200d\u2060\ufeff"))


@operator("nothing visible in a word", "invisible-character")
def in_word(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: not site.is_item and site.name in _WORDS and _is_value(text, site)
    )
    at = draw.rng.randrange(site.span.start + 1, site.span.end)
    return edited(text, at, at, draw.rng.choice("\u00ad\u200b\u200d\u2060\ufeff"))


@operator("hard space after a colon", "hard-space")
def hard_space(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: not site.is_item and is_one_line(text, site))
    at = site.key.end + 1
    return edited(text, at, at + 1, draw.rng.choice("\u00a0\u202f"))


@operator("hard spaces as indentation", "hard-space")
def hard_indentation(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: not site.is_item and _is_indented(text, site))
    start = text.line_start(site.key.start)
    return edited(text, start, site.key.start, "\u00a0" * (site.key.start - start))


def _is_indented(text: Text, site: Site) -> bool:
    """A key with nothing but spaces before it."""
    before = text.text[text.line_start(site.key.start) : site.key.start]
    return bool(before) and not before.strip()


@operator("empty file", "empty-file")
def empty(draw: Draw) -> Break:
    text = draw.file("plan", "index", "report", "meeting")
    nothing = draw.rng.choice(("", "\n", "\n\n  \n", "# kommer senere\n", "\ufeff", "---\n"))
    return edited(text, 0, len(text.text), nothing, at=0)


@operator("second document", "several-documents")
def second_document(draw: Draw) -> Break:
    text, site = draw.site(_is_top_key)
    return edited(text, site.key.start, site.key.start, "---\n")


@operator("merge conflict", "merge-conflict")
def merge_conflict(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: not site.is_item and is_one_line(text, site))
    start, end = text.line_start(site.key.start), text.line_end(site.span.end) + 1
    line = text.text[start:end]
    return edited(text, start, end, f"<<<<<<< HEAD\n{line}=======\n{line}>>>>>>> udkast\n")


@operator("half a merge conflict", "merge-conflict")
def half_a_conflict(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: not site.is_item and is_one_line(text, site))
    at = text.line_start(site.key.start)
    return edited(text, at, at, draw.rng.choice(("<<<<<<< HEAD\n", ">>>>>>> udkast\n", "=======\n")))


@operator("stray sentence between keys", "line-without-key", "unreadable-yaml")
def stray_sentence(draw: Draw) -> Break:
    text, site = draw.site(_is_top_key)
    return edited(text, site.key.start, site.key.start, "Her mangler vi bidrag fra Regional Udvikling\n")
