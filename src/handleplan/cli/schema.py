"""``handleplan schema``: JSON Schemas for editors."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from handleplan.cli import options

if TYPE_CHECKING:
    from handleplan.cli.session import Session
    from handleplan.editor.setup import Setup
    from handleplan.locale import Texts


def schema(
    context: typer.Context,
    kind: Annotated[
        Literal["plan", "index", "status", "meeting", "handleplan"] | None,
        typer.Argument(
            metavar="[KIND]",
            help="plan (2022/sundhed.yaml), index (2022/index.yaml), status (2022/status/…), "
            "meeting (2022/meetings/…) or handleplan (handleplan.yaml). [default: all, by kind]",
        ),
    ] = None,
    workspace: options.Workspace = None,
    language: options.Language = None,
    *,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help="Write all schemas into the workspace and set up Visual Studio Code; keep what is there.",
        ),
    ] = False,
) -> None:
    """Print the JSON Schema of a file kind, with which editors complete, explain and check keys.

    With --write the schemas go into .handleplan/schema in the workspace, and settings and tasks into .vscode in the
    folder that is opened: the repository's top, else the one above plans/, else the workspace.
    """
    from handleplan.cli import output

    session: Session = context.obj
    if write and kind:
        raise typer.BadParameter("--write writes all schemas; leave KIND out")
    root, texts = session.look_for_workspace(workspace, language, needed=write)
    if write and root:
        from handleplan.editor.setup import plan_setup

        _write(plan_setup(root, texts), texts)
    elif kind:
        from handleplan.editor.setup import schema_text

        output.write(schema_text(kind, session.language))
    else:
        import json

        from handleplan.schema.build import KINDS, build_schema

        schemas = {one: build_schema(one, session.language) for one in KINDS}
        output.write(json.dumps(schemas, ensure_ascii=False, indent=1) + "\n")


def _write(setup: "Setup", texts: "Texts") -> None:
    from handleplan.cli import output
    from handleplan.cli.session import here
    from handleplan.selection import shown_path

    start = here()
    for folder in dict.fromkeys(change.path.parent for change in setup.changes):
        output.make_folder(folder)
    for change in setup.changes:
        output.write_file(change.path, change.text, force=True)
        output.note(texts.message("report.written", path=shown_path(str(change.path), start)))
    for kept in setup.kept:
        output.note(texts.message("editor.kept", path=shown_path(str(kept.path), start), name=kept.name))
    if setup.changes:
        output.note(texts.message("editor.next", path=setup.folder.as_posix()))
    else:
        output.note(texts.message("editor.unchanged"))
