"""How papers look, as small pictures: telling whether what is seen is what was kept.

Another build of the browser smooths letters otherwise, and may set a line a little higher; neither is a difference. So
pictures are compared small and soft, in squares about as large as a line of text is high, and each strip of them where it
fits best.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

# A square's side, a strip's height, and how far a strip may have moved, in the pixels of small pictures: two of those are
# four of a screen
SQUARE, STRIP, MOVED = 16, 32, 2
# How soft pictures are made, what a square may differ by then, of 255, and what is so little that nothing better is tried.
# A page that has moved by a pixel differs by 8, one with letters fitted to the screen by 16, headings of another weight by 25.
SOFTNESS, MOST, LITTLE = 2, 18, 3
# As many colours has a kept picture, and as long it is of a longer page
COLOURS, LONGEST = 256, 1600

_SIDEWAYS = (0.0, -0.5, 0.5)
_PLACES = tuple(
    (down, right)
    for down in sorted((step / 2 for step in range(-2 * MOVED, 2 * MOVED + 1)), key=abs)
    for right in _SIDEWAYS
)


class Difference(NamedTuple):
    """How much two pictures differ in the worst place, of 255, and both of them beside a picture of where."""

    most: int
    told: Image.Image


def shrink(picture: Image.Image, share: float = 0.5) -> Image.Image:
    """Make a picture small, and end it where it gets long."""
    size = round(picture.width * share), round(picture.height * share)
    small = picture.convert("RGB").resize(size, Image.Resampling.BOX)
    return small.crop((0, 0, small.width, min(small.height, LONGEST)))


def with_few_colours(picture: Image.Image) -> Image.Image:
    """Reduce a picture's colours, so that its file is small."""
    return picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def compare(kept: Image.Image, seen: Image.Image) -> Difference:
    """Compare two small pictures; ``MOST`` says how much of a difference is none."""
    kept = kept.convert("RGB")
    if kept.width != seen.width or abs(kept.height - seen.height) > 2 * MOVED:
        return Difference(255, _beside(kept, seen))
    strips = list(_strips(kept, seen))
    places = Image.new("L", kept.size)
    for top, strip in strips:
        places.paste(strip, (0, top))
    amplified = places.point([min(value * 6, 255) for value in range(256)]).convert("RGB")
    return Difference(max(_most(strip) for _, strip in strips), _beside(kept, seen, amplified))


def _strips(kept: Image.Image, seen: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    """Yield where each strip begins, and what is different in it where it fits best."""
    soft, other = (one.filter(ImageFilter.BoxBlur(SOFTNESS)) for one in (kept, seen))
    for top in range(0, kept.height, STRIP):
        strip = soft.crop((0, top, kept.width, min(top + STRIP, kept.height)))
        best = _apart(strip, other, top, *_PLACES[0])
        for place in _PLACES[1:]:
            if _most(best) <= LITTLE:
                break
            best = min(best, _apart(strip, other, top, *place), key=_most)
        yield top, best


def _apart(strip: Image.Image, other: Image.Image, top: int, down: float, right: float) -> Image.Image:
    """Return what is different between a strip and a place of another picture: of each pixel the colour that is most."""
    place = (right, top + down, right + strip.width, top + down + strip.height)
    moved = other.transform(strip.size, Image.Transform.EXTENT, place, Image.Resampling.BILINEAR)
    red, green, blue = ImageChops.difference(strip, moved).split()
    return ImageChops.lighter(red, ImageChops.lighter(green, blue))


def _most(strip: Image.Image) -> int:
    """Return the mean of the square that is most different."""
    size = max(strip.width // SQUARE, 1), max(strip.height // SQUARE, 1)
    return max(strip.resize(size, Image.Resampling.BOX).tobytes())


def _beside(*pictures: Image.Image) -> Image.Image:
    size = sum(one.width for one in pictures), max(one.height for one in pictures)
    sheet = Image.new("RGB", size, "white")
    left = 0
    for one in pictures:
        sheet.paste(one, (left, 0))
        left += one.width
    return sheet
