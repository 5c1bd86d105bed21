"""Of everything that is found, what a change has brought about: all of it in the files it touched, elsewhere what is new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from handleplan.problem import SEVERITIES

if TYPE_CHECKING:
    from handleplan.diagnostic import Diagnostic
    from handleplan.history import History
    from handleplan.linter import Checked, Linter

_WORDS = re.compile(r"\w+")


class News(NamedTuple):
    """Tells new findings from those that were there already.

    ``before`` checks the workspace as it was. A file that has not been touched says the same in both, so that whatever
    is found in it now and was not then, another file has brought about.
    """

    history: History
    before: Linter

    def only(self, checked: Checked) -> Checked:
        """Return a file's findings without those that nobody touched."""
        if not checked.diagnostics or checked.place.path in self.history.touched:
            return checked
        known = self.before.check(checked.place).diagnostics
        new = (one for one in checked.diagnostics if not any(_covers(other, one) for other in known))
        return checked._replace(diagnostics=tuple(new))


def _covers(before: Diagnostic, now: Diagnostic) -> bool:
    """Tell whether a finding was there already: the rule's own, no milder, and naming all that is named now.

    A finding that names several things names fewer, and perhaps begins elsewhere, when some of them are put right.
    """
    return (
        before.code == now.code
        and SEVERITIES.index(before.severity) <= SEVERITIES.index(now.severity)
        and set(_WORDS.findall(now.message)) <= set(_WORDS.findall(before.message))
    )
