"""`python -m generator documented`: the facts of a saved documentation page or OpenAPI document."""

import sys
from argparse import Namespace
from pathlib import Path

import msgspec

from ..arguments import PAGE, argument
from .page_parser import Page, PageError, read_page, to_json
from .swagger import is_json, read_swagger

ARGUMENTS = [
    PAGE,
    argument("--page-name", help="name of the page in the facts; default: that of the file"),
    argument("--date", help="date of the copy, such as 2026-08-17 or 2026"),
]


def run(options: Namespace) -> int:
    """Print the facts of a page as JSON."""
    page = read_saved_page(options.page, options.page_name)
    sys.stdout.write(to_json(msgspec.structs.replace(page, date=options.date)))
    return 0


def read_saved_page(page: Path, page_name: str | None = None) -> Page:
    """Read the file `page`: HTML or text of a documentation page, or a Swagger 2.0 document as JSON.

    The name is that of the file by default. Raises PageError, naming the file, when it cannot be parsed, and OSError
    when it cannot be read.
    """
    try:
        # "-sig": a byte order mark is no part of the page.
        text = page.read_text(encoding="utf-8-sig")
        read = read_swagger if is_json(text) else read_page
        return read(text, page.stem if page_name is None else page_name)
    except UnicodeDecodeError as error:
        raise PageError(f"{page.name}: expected UTF-8 text or HTML ({error})") from error
    except PageError as error:
        raise PageError(f"{page.name}: {error}") from error
