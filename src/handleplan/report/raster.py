"""How large pictures of points are: PNG and JPEG."""

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# Where JPEG tells its size (SOF0 to SOF15, without DHT, JPG and DAC), and markers without a length: ITU-T T.81, B.1.1.3
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_BARE = {0x01, *range(0xD0, 0xD9)}
_MARK, _FRAME = 0xFF, 9


def pixel_size(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG in pixels.

    Raises:
        ValueError: it is neither, or does not tell.
    """
    if content.startswith(PNG):
        size: tuple[int, int] | None = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    else:
        size = _jpeg_size(content)
    if size is None or not all(size):
        raise ValueError("no size in pixels")
    return size


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk through the segments of a JPEG to the frame's: length, precision, height, width, each big-endian."""
    place = 2
    while place + _FRAME <= len(content) and content[place] == _MARK:
        marker = content[place + 1]
        if marker in _SIZES:
            height, width = content[place + 5 : place + 7], content[place + 7 : place + 9]
            return int.from_bytes(width), int.from_bytes(height)
        if marker == _MARK:  # a byte that fills
            place += 1
        elif marker in _BARE:
            place += 2
        else:
            place += 2 + int.from_bytes(content[place + 2 : place + 4])
    return None
