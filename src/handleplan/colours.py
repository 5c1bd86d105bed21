"""Colours that can be read: an accent made dark or light enough for its ground."""

from functools import lru_cache

# WCAG 2.2, success criterion 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum
ENOUGH = 4.5
# The tinted grounds of the style sheet (`--wash`): what can be read on them can be read on white and on black
PAPER, NIGHT = "#f4f6f7", "#1f2529"
# The accent where neither theme nor organisation has a colour
INK = "#1f4b66"

_STEPS = 40


# A theme's colour is asked for twice in a paper, and there are few of them
@lru_cache(maxsize=256)
def readable(colour: str | None, ground: str) -> str:
    """Return a colour as it is or, where it is too faint on a ground, moved towards black or white until it is not.

    Args:
        colour: ``#rrggbb``, or ``None`` for the neutral accent.
        ground: ``#rrggbb`` of what it stands on.
    """
    wanted = _channels(colour or INK)
    behind = _channels(ground)
    target = 0 if _luminance(behind) > 0.18 else 255  # noqa: PLR2004 - where black and white read equally well
    mixes = (
        tuple(round(channel + (target - channel) * step / _STEPS) for channel in wanted)
        for step in range(_STEPS + 1)
    )
    found = next(mix for mix in mixes if contrast(_hex(mix), ground) >= ENOUGH)
    return _hex(found)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    darker, lighter = sorted((_luminance(_channels(one)), _luminance(_channels(other))))
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _hex(channels: tuple[int, ...]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _luminance(channels: tuple[int, ...]) -> float:
    """Return the relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    linear = [_linear(channel / 255) for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's bend
