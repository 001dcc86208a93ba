"""`make documented PAGE=file`: stores the facts of a saved documentation page or OpenAPI document."""

import datetime
from argparse import Namespace
from pathlib import Path

import msgspec

from .. import CommandError
from ..arguments import PAGE_HELP, SPEC, argument
from .docs_vs_spec import load_pages
from .page_changes import find_changes, most_similar
from .page_parser import Page, PageError, read_page, to_json
from .swagger import is_json, read_swagger

ARGUMENTS = [
    argument("page", type=Path, nargs="?", help=PAGE_HELP),
    argument("--page-name", help="name of the page in spec/documented/; default: that of the most similar page there"),
    argument("--date", help="day on which the copy was saved, such as 2026-08-17; default: today (UTC)"),
    SPEC,
]


def run(options: Namespace) -> int:
    """Write the facts of a page to `documented/NAME.json`. Raises CommandError when there is no page, or no name."""
    if options.page is None:
        raise CommandError("no page: save a documentation page as HTML or text, then run `make documented PAGE=file`")
    stored_pages = load_pages(options.spec / "documented")
    copy = read_saved_page(options.page)
    similar = most_similar(copy, stored_pages)
    name = options.page_name or (similar and similar.name)
    if not name:
        raise CommandError(
            f"{options.page.name}: no page in spec/documented/ has any of these operations: name the new page, "
            'ARGS="--page-name NAME"'
        )
    date = options.date or datetime.datetime.now(datetime.UTC).date().isoformat()
    copy = msgspec.structs.replace(copy, name=name, date=date)
    stored = next((page for page in stored_pages if page.name == name), None)
    (options.spec / "documented" / f"{name}.json").write_text(to_json(copy), encoding="utf-8")
    changes = f"facts that changed: {len(find_changes(stored, copy))}" if stored else "a new page"
    print(f"spec/documented/{name}.json: operations: {len(copy.operations)}, {changes}")
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
