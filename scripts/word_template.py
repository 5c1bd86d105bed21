"""Makes the Word template of papers, ``templates/paper.docx``, anew; an office edits a copy of it in Word itself.

The parts are written as they are, not packed: the same script gives the same bytes everywhere.
"""

import io
import sys
import zipfile

from generated import ROOT, keep
from word_styles import ACCENT, INK, NAMES, OFFICE, QUIET, XML, numbering, styles

TEMPLATE = ROOT / "templates" / "paper.docx"
# As early as a zip file can say, and the system it names, so that it is the same from every one
EPOCH, UNIX = (1980, 1, 1, 0, 0, 0), 3

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument"
# A4, with the margins that leave the room that tabs and pictures count on
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1588" w:right="1361" w:bottom="1418" w:left="1361" w:header="680" w:footer="624" w:gutter="0"/>'
)


def paragraph(key: str, *runs: str) -> str:
    """Write a paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{key}"/></w:pPr>{"".join(runs)}</w:p>'


def run(text: str) -> str:
    """Write a stretch of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(name: str) -> str:
    """Write a field that Word fills in."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def document() -> str:
    """Write the first page: what stands before the paper's content, and where that goes."""
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{kind}-{page}"/>'
        for kind in ("header", "footer")
        for page in ("default", "first")
    )
    return (
        f"{XML}<w:document {NAMES}><w:body>"
        + paragraph("HandleplanLogo", run("{{logo}}"))
        + paragraph("HandleplanOrganisation", run("{{organisation}}"))
        + paragraph("Title", run("{{title}}"))
        + paragraph("Normal", run("{{content}}"))
        + f"<w:sectPr>{references}{PAGE}<w:titlePg/></w:sectPr></w:body></w:document>"
    )


TAB = "<w:r><w:tab/></w:r>"


def header(page: str) -> str:
    """Write what stands above every page; the first one has its head in its text."""
    runs = () if page == "first" else (run("{{organisation}}"), TAB, run("{{mark}}"))
    return f"{XML}<w:hdr {NAMES}>{paragraph('Header', *runs)}</w:hdr>"


def footer() -> str:
    """Write what stands below every page."""
    pages = (run("{{word_page}} "), field("PAGE"), run(" {{word_of}} "), field("NUMPAGES"))
    lines = paragraph("Footer", run("{{head}}"), TAB, *pages) + paragraph("Footer", run("{{case_number}}"))
    return f"{XML}<w:ftr {NAMES}>{lines}</w:ftr>"


def settings() -> str:
    """Write the settings: the newest way to lay out pages."""
    return (
        f'{XML}<w:settings {NAMES}><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="da-DK"/></w:settings>'
    )


def theme() -> str:
    """Write the theme: the first accent is the paper's colour, which handleplan sets."""
    colours = {
        "dk1": INK, "lt1": "FFFFFF", "dk2": QUIET, "lt2": "F4F6F7", "accent1": ACCENT, "accent2": "2B6CA3",
        "accent3": "1F6F54", "accent4": "A6520C", "accent5": "6A4C9C", "accent6": "0F6C77", "hlink": ACCENT,
        "folHlink": QUIET,
    }  # fmt: skip
    chosen = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Handleplan">'
        f'<a:themeElements><a:clrScheme name="Handleplan">{chosen}</a:clrScheme><a:fontScheme name="Handleplan">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Handleplan"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}'
        f"</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def relations(**targets: str) -> str:
    """Write which parts a part is made of: an id and ``kind target``."""
    parts = "".join(
        f'<Relationship Id="{key.replace("_", "-")}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in ((key, value.split()) for key, value in targets.items())
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{parts}</Relationships>'


def parts() -> dict[str, str]:
    """Write all parts of the template by their names."""
    word, properties = (
        f"{TYPE}.wordprocessingml",
        "application/vnd.openxmlformats-package.core-properties+xml",
    )
    kinds = {
        "/word/document.xml": f"{word}.document.main+xml",
        "/word/styles.xml": f"{word}.styles+xml",
        "/word/numbering.xml": f"{word}.numbering+xml",
        "/word/settings.xml": f"{word}.settings+xml",
        "/word/header1.xml": f"{word}.header+xml",
        "/word/header2.xml": f"{word}.header+xml",
        "/word/footer1.xml": f"{word}.footer+xml",
        "/word/footer2.xml": f"{word}.footer+xml",
        "/word/fontTable.xml": f"{word}.fontTable+xml",
        "/word/theme/theme1.xml": f"{TYPE}.theme+xml",
        "/docProps/core.xml": properties,
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    relation = f"{OFFICE}/relationships"
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": relations(
            document=f"{relation}/officeDocument word/document.xml",
            core=f"{PACKAGE}/relationships/metadata/core-properties docProps/core.xml",
        ),
        "word/_rels/document.xml.rels": relations(
            styles=f"{relation}/styles styles.xml",
            numbering=f"{relation}/numbering numbering.xml",
            settings=f"{relation}/settings settings.xml",
            fonts=f"{relation}/fontTable fontTable.xml",
            theme=f"{relation}/theme theme/theme1.xml",
            header_default=f"{relation}/header header1.xml",
            header_first=f"{relation}/header header2.xml",
            footer_default=f"{relation}/footer footer1.xml",
            footer_first=f"{relation}/footer footer2.xml",
        ),
        "word/document.xml": document(),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": f'{XML}<w:fonts {NAMES}><w:font w:name="Arial"/><w:font w:name="Consolas"/></w:fonts>',
        "word/header1.xml": header("default"),
        "word/header2.xml": header("first"),
        "word/footer1.xml": footer(),
        "word/footer2.xml": footer(),
        "word/theme/theme1.xml": theme(),
        "docProps/core.xml": f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Handleplan</dc:title></cp:coreProperties>',
    }


def make() -> bytes:
    """Put the template together."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts().items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = UNIX
            archive.writestr(entry, content.encode())
    return whole.getvalue()


def main() -> int:
    """Make the template; with `--check` make nothing, and return 1 when it is not what it would become."""
    return keep({TEMPLATE: make()}, "template")


if __name__ == "__main__":
    sys.exit(main())
