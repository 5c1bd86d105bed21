"""Writes the styles of the Word template of papers, its lists' numbering, and the colours that both share."""

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}/relationships"'
# The room between the margins of an A4 page, 162 mm, in twentieths of a point: the pictures are drawn for it
WIDTH = 9184
INK, QUIET, ACCENT, LINE = "1D2327", "59636B", "1F4B66", "C3CAD0"
ACCENTED = f'<w:color w:val="{ACCENT}" w:themeColor="accent1"/>'
FAINT = f'<w:color w:val="{QUIET}"/>'
# By its level: a heading's size in half points, the space before and after it in twentieths of a point, its colour
HEADINGS = (
    (32, 400, 120, ACCENTED), (25, 320, 90, ACCENTED), (22, 260, 60, ""), (21, 200, 60, ""), (21, 180, 40, ""),
    (21, 180, 40, ""),
)  # fmt: skip
# What every template of Word has: the styles of text, tables and lists where no other is named
USUAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def style(
    kind: str, name: str, look: str = "", *, based: str = "Normal", after: str = "", extra: str = ""
) -> str:
    """Write a style; ``look`` is its properties, ``after`` the style of the paragraph that follows."""
    key = "".join(word.capitalize() for word in name.split())
    parents = f'<w:basedOn w:val="{based}"/>' if based else ""
    follows = f'<w:next w:val="{after}"/>' if after else ""
    own = ' w:customStyle="1"' if name.startswith("Handleplan") else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"{own}><w:name w:val="{name}"/>{parents}{follows}{extra}'
        f'<w:uiPriority w:val="1"/><w:qFormat/>{look}</w:style>'
    )


def paragraph_style(name: str, paragraph: str = "", text: str = "", **more: str) -> str:
    """Write the style of a paragraph."""
    return style(
        "paragraph", name, f"<w:pPr>{paragraph}</w:pPr>" + (f"<w:rPr>{text}</w:rPr>" if text else ""), **more
    )


def text_style(name: str, text: str) -> str:
    """Write the style of a stretch of text."""
    return style("character", name, f"<w:rPr>{text}</w:rPr>", based="DefaultParagraphFont")


def size(half_points: int) -> str:
    """Write a size of type."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def space(before: int, after: int, line: int = 0) -> str:
    """Write the space around a paragraph, in twentieths of a point, and its leading in 240ths of a line."""
    leading = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{leading}/>'


def border(side: str, colour: str = LINE, width: int = 4, gap: int = 1) -> str:
    """Write one side of a frame."""
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{colour}"/>'


def accent_border(side: str, width: int, gap: int) -> str:
    """Write one side of a frame in the paper's own colour."""
    return (
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{ACCENT}" w:themeColor="accent1"/>'
    )


def heading(level: int, half_points: int, before: int, after: int, colour: str) -> str:
    """Write the style of a heading, which stays with what it heads."""
    return paragraph_style(
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/>{space(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>',
        f"<w:b/><w:bCs/>{colour}{size(half_points)}",
        after="Normal",
    )


def list_style(name: str, number: int) -> str:
    """Write the style of a list, with its numbering."""
    return paragraph_style(name, f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{space(0, 100)}')


def styles() -> str:
    """Write all styles."""
    right_tab = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>'
    toc_tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{WIDTH}"/></w:tabs>'
    return "".join(
        (
            f"{XML}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>",
            '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>',
            f'<w:color w:val="{INK}"/>{size(21)}<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="he-IL"/>',
            f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{space(0, 120, 276)}</w:pPr></w:pPrDefault></w:docDefaults>",
            USUAL,
            paragraph_style(
                "Title",
                f"<w:keepNext/><w:keepLines/>{space(0, 160, 240)}",
                f"<w:b/><w:bCs/>{ACCENTED}{size(52)}",
                after="Normal",
            ),
            paragraph_style("Subtitle", f"<w:keepNext/>{space(0, 160)}", f"{FAINT}{size(26)}"),
            *(heading(level, *looks) for level, looks in enumerate(HEADINGS, 1)),
            paragraph_style("Handleplan Heading", based="Heading1", after="Normal"),
            paragraph_style(
                "TOC Heading", f"<w:keepNext/>{space(320, 120)}", f"<w:b/><w:bCs/>{ACCENTED}{size(26)}"
            ),
            paragraph_style("toc 1", f"{toc_tabs}{space(0, 80)}"),
            list_style("List Bullet", 1),
            list_style("List Number", 2),
            paragraph_style("List Continue", f'{space(0, 80)}<w:ind w:left="357"/>'),
            paragraph_style(
                "Quote",
                f'<w:pBdr>{accent_border("left", 18, 10)}</w:pBdr>{space(60, 120)}<w:ind w:left="357" w:right="357"/>',
                f'<w:i/><w:iCs/><w:color w:val="{INK}"/>',
            ),
            paragraph_style("caption", f"<w:keepNext/>{space(200, 80)}", f"<w:b/><w:bCs/>{size(19)}"),
            paragraph_style("header", f"{right_tab}{space(0, 0, 240)}", f"{FAINT}{size(17)}"),
            paragraph_style(
                "footer",
                f"<w:pBdr>{border('top', gap=6)}</w:pBdr>{right_tab}{space(0, 0, 240)}",
                f"{FAINT}{size(17)}",
            ),
            paragraph_style("Handleplan Logo", f"<w:keepNext/>{space(0, 160, 240)}"),
            paragraph_style("Handleplan Organisation", space(0, 480), f"<w:b/><w:bCs/>{FAINT}{size(22)}"),
            paragraph_style(
                "Handleplan Mark",
                f'<w:keepNext/><w:pBdr>{accent_border("left", 36, 8)}</w:pBdr>{space(0, 160)}<w:ind w:left="200"/>',
                f"<w:b/><w:bCs/>{ACCENTED}{size(22)}",
            ),
            paragraph_style("Handleplan Facts", space(0, 100, 264), f"{FAINT}{size(19)}"),
            paragraph_style(
                "Handleplan Code",
                f'<w:shd w:val="clear" w:color="auto" w:fill="F4F6F7"/>{space(60, 120, 252)}',
                f'<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:noProof/>{size(18)}',
            ),
            paragraph_style(
                "Handleplan Rule",
                f"<w:keepNext/><w:pBdr>{border('bottom', width=6)}</w:pBdr>{space(120, 200, 120)}",
                size(8),
            ),
            paragraph_style("Handleplan Picture", f'{space(60, 160, 240)}<w:jc w:val="left"/>'),
            paragraph_style("Handleplan Cell", space(50, 50, 252), size(19)),
            paragraph_style("Handleplan More", space(0, 120), f"<w:i/><w:iCs/>{FAINT}"),
            text_style("Hyperlink", f'{ACCENTED}<w:u w:val="single"/>'),
            text_style("Handleplan Label", "<w:b/><w:bCs/>"),
            text_style("Handleplan Quarters", f"<w:b/><w:bCs/>{ACCENTED}"),
            text_style("Handleplan Id", f"{FAINT}{size(17)}"),
            text_style(
                "Handleplan Code Text",
                '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:noProof/>'
                '<w:shd w:val="clear" w:color="auto" w:fill="F4F6F7"/>',
            ),
            table_style(),
            "</w:styles>",
        )
    )


def table_style() -> str:
    """Write the style of tables: lines between the rows, a heavier one in the paper's colour below the head."""
    lines = "".join(border(side, gap=0) for side in ("bottom", "insideH"))
    head = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        f'{accent_border("bottom", 12, 0)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F4F6F7"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    return (
        '<w:style w:type="table" w:styleId="HandleplanTable" w:customStyle="1"><w:name w:val="Handleplan Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f'<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr>{head}</w:style>"
    )


def numbering() -> str:
    """Write the numbering of bullets and of numbers, nine levels each, as many as Word has."""

    def level(number: int, form: str, text: str) -> str:
        left = 357 * (number + 1)
        return (
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="357"/></w:pPr></w:lvl>'
        )

    bullets = "".join(level(number, "bullet", "•–"[number % 2]) for number in range(9))
    numbers = "".join(level(number, "decimal", f"%{number + 1}.") for number in range(9))
    return (
        f'{XML}<w:numbering {NAMES}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
        f'{bullets}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>{numbers}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2">'
        '<w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )
