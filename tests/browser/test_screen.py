"""Where the browser's tests cannot run, they say why; where everything has to be there, they fail."""

import pytest

from tests.browser.screen import require_program


@pytest.mark.parametrize(
    ("variables", "outcome"), [({}, pytest.skip.Exception), ({"CI": "true"}, pytest.fail.Exception)]
)
def test_without_a_program_tests_are_skipped_but_not_in_ci(
    variables: dict[str, str], outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(outcome, match="no-such-browser is not installed"):
        require_program("no-such-browser", "nor-this-one")
