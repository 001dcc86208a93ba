"""Charts as SVG, and as PNG: a bar for each group."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from ..errors import FAILED, CommandError
from ..output import text_of
from ..values import printable
from .summary import PARTS, Totals, largest

Element = ElementTree.Element
SHOWN = 30
"""Maximum number of bars in a chart; the smaller groups share the last one."""
ROW, BAR, WIDTH, MARGIN = 44, 16, 800, 24
"""Pixels: height of a row and of its bar; width and margin of a file."""
NAMES = {
    "within": "tracked within the estimate",
    "remaining": "remaining",
    "over": "over the estimate",
    "unestimated": "tracked without an estimate",
}


def element(tag: str, *children: Element | str, **attributes: object) -> Element:
    """An element of HTML or SVG. `class_` is `class`, and other underscores are hyphens.

    Texts and attributes are escaped when the document is written.
    """
    made = Element(tag, {name.rstrip("_").replace("_", "-"): str(value) for name, value in attributes.items()})
    last: Element | None = None
    for child in children:
        if not isinstance(child, str):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + printable(child)
        else:
            last.tail = (last.tail or "") + printable(child)
    return made


def code(tag: str, text: str) -> Element:
    """A `style` or `script` element with trusted text."""
    made = Element(tag)
    made.text = text
    return made


def style_sheet() -> str:
    """The style of a chart."""
    return Path(__file__).with_name("chart.css").read_text(encoding="utf-8")


def chart(groups: Sequence[Totals], title: str) -> Element:
    """An SVG element. Positions are in percent, so that it fits any width without scaling its texts."""
    shown = largest(groups, SHOWN)
    longest = max((one.length for one in shown), default=None)
    description = "; ".join(f"{one.name}: {''.join(_caption(one))}" for one in shown)
    svg = element(
        "svg",
        element("title", title),
        element("desc", description),
        _stripes(),
        xmlns="http://www.w3.org/2000/svg",
        width="100%",
        height=ROW * len(shown),
        role="img",
        class_="chart",
    )
    for at, one in enumerate(shown):
        # A nested element clips a long name at any width.
        name = element("svg", element("text", one.name, x=0, y=15), y=ROW * at, width="52%", height=20)
        svg.append(name)
        before, important, after = _caption(one)
        parts = element("tspan", before, class_="detail"), important, element("tspan", after, class_="detail")
        svg.append(element("text", *parts, x="100%", y=ROW * at + 15, class_="value"))
        svg.append(element("rect", x=0, y=ROW * at + 22, width="100%", height=BAR, rx=3, class_="ground"))
        start = 0.0
        for part, duration in one.parts.items():
            if longest and duration:
                share = 100 * (duration / longest)
                label = element("title", f"{one.name}: {text_of(duration)} {NAMES[part]}")
                place = {"x": f"{start:.3f}%", "width": f"{share:.3f}%", "y": ROW * at + 22, "height": BAR}
                svg.append(element("rect", label, **place, class_=part))
                start += share
    return svg


def chart_file(groups: Sequence[Totals], title: str) -> bytes:
    """An SVG file with a title and a legend."""
    body = chart(groups, title)
    height = int(body.attrib["height"])
    body.attrib.update(x=str(MARGIN), y="88", width=str(WIDTH - 2 * MARGIN))
    del body.attrib["xmlns"]
    legend = element("svg", x=MARGIN, y=54, width=WIDTH - 2 * MARGIN, height=20)
    left = 0
    for part in PARTS:
        legend.append(element("rect", x=left, y=4, width=12, height=12, class_=part))
        legend.append(element("text", NAMES[part], x=left + 18, y=14, class_="legend"))
        left += 44 + 7 * len(NAMES[part])
    size = {"width": WIDTH, "height": height + 88 + MARGIN // 2}
    svg = element(
        "svg",
        code("style", style_sheet()),
        element("rect", **size, class_="paper"),
        element("text", title, x=MARGIN, y=36, class_="heading"),
        legend,
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {size['height']}",
        class_="file",
        **size,
    )
    text: bytes = ElementTree.tostring(svg, encoding="utf-8", xml_declaration=True)
    return text


def require_png() -> None:
    """Raise CommandError without the extra `png`."""
    try:
        import resvg_py  # noqa: F401
    except ImportError:
        raise CommandError("PNG needs an extra: pip install 'toggl-tasks[png]'; SVG does not", FAILED) from None


def png(svg: bytes) -> bytes:
    """The PNG of an SVG file at twice its size."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), zoom=2))


def _caption(totals: Totals) -> tuple[str, str, str]:
    """Tracked time and estimate of the tasks that have both; the middle part is emphasized."""
    if totals.percent is not None:
        return f"{text_of(totals.used)} of {text_of(totals.compared)} · ", f"{totals.percent} %", ""
    if totals.tracked is None:
        return "tracked time ", "unknown", ""
    return "", f"{text_of(totals.tracked)} tracked", ", no estimate"


def _stripes() -> Element:
    """The hatching of overrun, which is visible without colours too."""
    background = element("rect", width=6, height=6, class_="over-ground")
    stripe = element("rect", width=3, height=6, class_="over-stripe")
    pattern = element("pattern", background, stripe, id="stripes", width=6, height=6)
    pattern.attrib.update(patternUnits="userSpaceOnUse", patternTransform="rotate(45)")
    return element("defs", pattern)
