"""What the commands of one run share: the workspace, the language, today's date."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from handleplan.failure import BrokenFilesError, Failure
from handleplan.locale import DEFAULT, LANGUAGES, Language, Texts
from handleplan.model.dates import FIRST_YEAR, LAST_YEAR, parse_date

if TYPE_CHECKING:
    from handleplan.workspace import Workspace


class Session:
    """One run; what is not asked for is not read."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.asked: Language | None = None
        self.language: Language = DEFAULT

    def open_workspace(self, folder: Path | None, language: Language | None) -> "Workspace":
        """Find the workspace, read its own file and settle the language, given a command's own options.

        Raises:
            Failure: there is no workspace.
            BrokenFilesError: handleplan.yaml has errors.
        """
        from handleplan.workspace import Workspace, root_of

        self.ask_language(language)
        workspace = Workspace(root_of(here(), folder or self.folder))
        self.settle_language(workspace.config.language)
        return workspace

    def look_for_workspace(
        self, folder: Path | None, language: Language | None, *, needed: bool = False
    ) -> tuple[Path | None, Texts]:
        """Find the workspace for a command that reads no plans, and settle the language.

        Returns:
            The workspace's folder, None where there is none, and the texts: its own, whatever state its file is in.

        Raises:
            Failure: there is no workspace in the folder the user names, or none at all and one is needed, or its file
                cannot be opened.
        """
        from handleplan.layout import CONFIG_NAME, place_of
        from handleplan.selection import language_of
        from handleplan.workspace import find_root, read_file, resolved, root_of

        self.ask_language(language)
        given = folder or self.folder
        root = root_of(here(), given) if given or needed else find_root(resolved(here()))
        if root is None:
            return None, self.texts()
        config = read_file(place_of(str(root), str(root / CONFIG_NAME)))
        self.settle_language(language_of(config))
        return root, self.texts(config.model.labels if config.model else None)

    def ask_language(self, language: Language | None) -> None:
        """Take note of the language the user asks for, if any."""
        self.asked = language
        self.language = language or DEFAULT

    def settle_language(self, configured: Language) -> Language:
        """Return the language of the run: the one asked for, else the workspace's own."""
        self.language = self.asked or configured
        return self.language

    def texts(self, labels: Mapping[str, str] | None = None) -> Texts:
        """Return the texts of the run's language, with a workspace's labels."""
        return Texts(self.language, labels)

    def failure_message(self, failure: Failure) -> str:
        """Put a failure into the run's language, and offer the nearest known word where there is one."""
        values = {name: _show(value) for name, value in failure.values.items()}
        message = self.texts().message(f"failure.{failure.key}", **values)
        if values.get("nearest"):
            message += " " + self.texts().message("finding.nearest", **values)
        elif values.get("expected"):
            message += " " + self.texts().message("finding.expected", **values)
        return message

    def broken_files_message(self, broken: BrokenFilesError, here: Path) -> str:
        """Name the files that must be fixed first, each with the first thing that is wrong in it."""
        import handleplan.rules  # noqa: F401 - registers the rules, whose messages are needed
        from handleplan.diagnostic import diagnose
        from handleplan.selection import shown_path

        texts = self.texts()
        lines = []
        for file in broken.files:
            found = [
                diagnose(problem, file.source, shown_path(file.place.path, here), "error", texts)
                for problem in file.problems
            ]
            first = min(found, key=lambda one: (one.line, one.column))
            values = {"path": first.path, "line": first.line, "message": first.message}
            lines.append(texts.message("failure.broken-files", **values))
            if len(found) > 1:
                lines.append(texts.count("failure.more-broken", len(found) - 1))
        return "\n".join(lines)


def here() -> Path:
    """Return the current folder.

    Raises:
        Failure: it is gone.
    """
    try:
        return Path.cwd()
    except OSError as error:
        raise Failure("unreadable", path=".", reason=error.strerror) from None


def today(as_of: date | None) -> date:
    """Return the date that counts as today."""
    return as_of or date.today()  # noqa: DTZ011 - the user's own calendar is meant


def moment(as_of: date | None) -> datetime:
    """Return the moment, in UTC, that counts as now: of a date that is given its beginning."""
    return datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC) if as_of else datetime.now(UTC)


def read_date_option(text: str) -> date:
    """Read ``--as-of`` and the other days, in the years that the files know."""
    from typer import BadParameter

    try:
        day = parse_date(text)
    except ValueError:
        raise BadParameter(f"{text!r} is not a date; write it like 2022-01-31") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadParameter(f"{text!r} lies outside the years {FIRST_YEAR}–{LAST_YEAR}")
    return day


def read_language_option(text: str) -> Language:
    """Read ``--language``."""
    from typer import BadParameter

    for language in LANGUAGES:
        if text.casefold() == language:
            return language
    raise BadParameter(f"{text!r} is not one of {', '.join(LANGUAGES)}")


def _show(value: object) -> str:
    if isinstance(value, Path):
        from handleplan.selection import shown_path

        shown = shown_path(str(value), here()) if value.is_absolute() else value.as_posix()
        return here().as_posix() if shown == "." else shown  # a dot tells nobody which folder that is
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return str(value)
