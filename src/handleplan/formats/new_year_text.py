"""What `new year` has done, or would do, for people: the tree of files, and what somebody has to look at."""

from collections.abc import Iterator

from handleplan.locale import Texts
from handleplan.writing.years import NewYear, Taken


def render(done: NewYear, texts: Texts, *, root: str, dry_run: bool) -> Iterator[str]:
    """Yield the lines.

    Args:
        done: what was taken over.
        texts: the language.
        root: the workspace's folder as it is shown.
        dry_run: whether nothing was written.
    """
    changed = [file for file in done.files if file.new or file.added]
    if changed:
        yield texts.message("year.would" if dry_run else "year.done", year=done.year, old=done.old_year)
        yield f"{done.year}/" if root == "." else f"{root}/{done.year}/"
        for number, file in enumerate(changed):
            branch = "└──" if number == len(changed) - 1 else "├──"
            yield f"{branch} {file.name.partition('/')[2]} – {_counted(file, texts)}"
    else:
        yield texts.message("year.nothing", year=done.year, old=done.old_year)
    if dry_run:
        yield texts.message("year.dry")
    yield from _to_look_at(done, texts, "" if root == "." else f"{root}/")


def _counted(file: Taken, texts: Texts) -> str:
    if file.name.endswith("/index.yaml"):
        return texts.message("year.cover")
    return texts.count("year.taken" if file.new else "year.added", len(file.added))


def _to_look_at(done: NewYear, texts: Texts, before: str) -> Iterator[str]:
    for file in done.files:
        name = f"{before}{file.name}"
        if file.lines:
            lines = ", ".join(map(str, file.lines))
            yield texts.count("year.named", len(file.lines), year=done.old_year, name=name, lines=lines)
        if file.finished:
            yield texts.message("year.finished", name=name, entries=", ".join(file.finished))
        if file.without_id:
            yield texts.count("year.without_id", file.without_id, name=name)
        for entry in file.declined:
            yield texts.message("year.declined", entry=entry, year=done.old_year)
    for key, names in (
        ("gone", done.gone),
        ("coming", done.coming),
        ("kept", done.kept),
        ("empty", done.empty),
    ):
        for theme in names:
            yield texts.message(f"year.{key}", theme=theme, year=done.year, old=done.old_year)
