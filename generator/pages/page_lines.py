"""The lines of a saved documentation page, before anything is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass


class PageError(ValueError):
    """A page, or a file of facts, that cannot be read; names the line and what was expected."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, never empty; `cells` are those of a row whose borders the page itself marks."""

    number: int
    text: str
    cells: tuple[str, ...] | None = None

    @property
    def is_row(self) -> bool:
        """Whether the line is, or may be, a row of a table: its cells are known or there are pipes in it."""
        return self.cells is not None or "|" in self.text

    def split(self, at_most: int = 0) -> Sequence[str]:
        """The cells of a row; with `at_most`, further pipes belong to the last cell."""
        if self.cells is not None:
            return self.cells
        inside = self.text.removeprefix("|").removesuffix("|")
        return [cell.strip() for cell in inside.split("|", at_most - 1)]


def text_lines(text: str) -> list[Line]:
    """The lines of a page that was saved as text, without indentation and blank ones."""
    numbered = enumerate((line.strip() for line in text.splitlines()), start=1)
    return [Line(number, line) for number, line in numbered if line]
