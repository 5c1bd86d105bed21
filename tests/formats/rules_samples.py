"""A rule that has everything a format must show, and that no change of the real ones alters."""

from handleplan.catalogue import Entry
from handleplan.rule import Rule

_DOC = """``quarters`` says when; without it the year's end is all there is.

    A second paragraph with *stars*, <angles> and a_b_c.

    Dansk: quarters siger hvornår. Uden den er der kun årets udgang at gå efter, [og] *stjerner*.

    Bad (2022/sundhed.yaml):
        actions:
        # <- HP399
          - id: h1
        #       ^ HP399
        #       ^ HP201
        →text: x
            ```

    Bad (2022/kultur.yaml, saved as cp1252):
        # ^ HP399

    Good (2022/sundhed.yaml):
        actions:
          - id: h1
            quarters: Q1
    """


def _check(_: object) -> None:
    """Never called: the formats look at what a rule says."""


_RULE = Rule(
    "HP399", "action-without-quarter", "advice", "Hvornår {id}?", "When {id}?", _DOC, ("plan",), _check,  # type: ignore[arg-type]
    {"draft": None, "agreed": "warning", "closed": "warning"}, "safe",
)  # fmt: skip
FULL = Entry(_RULE)
FIXED = Entry(
    _RULE._replace(
        code="HP099", name="file-of-another-kind", severity="error", by_stage={}, scopes=(), fixable=None
    )
)
SAMPLES = (FIXED, FULL, Entry(_RULE._replace(code="HP398", name="action-of-old", fixable="unsafe")))
