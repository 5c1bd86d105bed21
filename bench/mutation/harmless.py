"""Changes that break nothing: whoever says something about them cries wolf."""

from collections.abc import Callable, Mapping

from mutation.contract import MONTHS
from mutation.operator import Break, Draw, edited, is_one_line, operator
from mutation.text import Site

_QUARTERS = {"Q1": "q1", "Q1-Q2": "Q1–2", "Q2-Q4": "q2-q4", "Q3–Q4": "Q3-Q4", "Q1, Q3": "Q1,Q3"}
_THEMES = {"groen-omstilling": "Grøn omstilling", "kultur": "KULTUR", "sundhed": "sund"}


@operator("harmless: byte order marks")
def marks(draw: Draw) -> Break:
    text = draw.file()
    return edited(text, 0, 0, draw.rng.choice(("\ufeff", "\ufeff\ufeff")))


@operator("harmless: Windows line ends")
def line_ends(draw: Draw) -> Break:
    text = draw.file()
    return edited(text, 0, len(text.text), text.text.replace("\n", "\r\n"))


@operator("harmless: quotes around a value")
def quotes(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: site.style == "plain" and is_one_line(text, site) and not {*"\"'"} & {*site.value}
    )
    quote = draw.rng.choice("\"'")
    return edited(text, *site.span, quote + site.value + quote)


@operator("harmless: comment")
def comment(draw: Draw) -> Break:
    text, site = draw.site(lambda text, site: not site.is_item and is_one_line(text, site))
    end, start = text.line_end(site.span.end), text.line_start(site.key.start)
    if draw.rng.random() < 0.5:  # noqa: PLR2004 - as often as not
        return edited(text, end, end, "  # aftalt den 3. maj")
    return edited(text, start, start, "# aftalt den 3. maj: ja\n")


@operator("harmless: quotes around a key")
def quoted_key(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: not site.is_item)
    quote = draw.rng.choice("\"'")
    return edited(text, *site.key, quote + site.name + quote)


@operator("harmless: space before a colon")
def space_before_colon(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: not site.is_item)
    return edited(text, site.key.end, site.key.end, " ")


@operator("harmless: goal as JSON")
def json(draw: Draw) -> Break:
    text, site = draw.site(lambda _, site: site.path == ("goals",), "plan")
    at = text.end_of(site)
    return edited(text, at, at, '  - {"id": "nyt-maal", "text": "Synlighed i EU, herunder AI"}\n')


@operator("harmless: quarters in another form")
def quarters(draw: Draw) -> Break:
    return _mapped(draw, _QUARTERS, lambda site: site.name == "quarters")


@operator("harmless: theme by its name")
def theme(draw: Draw) -> Break:
    return _mapped(draw, _THEMES, lambda site: site.path == ("theme",) or site.parent == ("themes",))


@operator("harmless: month as a number")
def month(draw: Draw) -> Break:
    numbers = {name: str(number) for number, name in enumerate(MONTHS[:12], 1)}
    return _mapped(draw, numbers, lambda site: site.name == "month")


@operator("harmless: list in brackets")
def brackets(draw: Draw) -> Break:
    text, site = draw.site(
        lambda _, site: site.name == "goals" and site.style == "list" and len(site.path) > 1, "plan"
    )
    items = ", ".join(item.value for item in text.sites if item.parent == site.path)
    return edited(text, site.key.end + 1, text.end_of(site) - 1, f" [{items}]")


@operator("harmless: a colon or a number sign without a space")
def signs(draw: Draw) -> Break:
    text, site = draw.site(
        lambda text, site: site.name == "text" and site.style == "plain" and is_one_line(text, site)
    )
    new = draw.rng.choice(
        ("{} kl. 10:30", "{} (se C#)", "{} https://europa.eu/#eu", "{} – 80 % af målet", "{} & andet")
    )
    return edited(text, *site.span, new.replace("{}", site.value))


def _mapped(draw: Draw, words: Mapping[str, str], wanted: Callable[[Site], bool]) -> Break:
    text, site = draw.site(lambda _, site: wanted(site) and site.value in words)
    return edited(text, *site.span, words[site.value])
