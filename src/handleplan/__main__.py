"""The way in: runs the command line, and turns whatever ends it into an exit code (DESIGN §4)."""

import gc
import importlib
import sys
from types import ModuleType

# Imports and plans are many small objects that live on: looking for garbage every 700 of them finds none.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def run() -> None:
    """Run the command line of this process and exit.

    Nothing is imported before the guard, so that Ctrl-C is quiet from the first moment on.
    """
    try:
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
        _leave_plugins_out()
        from handleplan.cli import leave, main

        leave(main())
    except KeyboardInterrupt:
        sys.exit(130)


class _NoPlugins(ModuleType):
    """Stands in for pydantic's loader of plugins; whatever else is asked of it, the real one answers."""

    get_plugins = staticmethod(tuple)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # asked by the import machinery of every module
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


def _leave_plugins_out() -> None:
    """Keep pydantic from looking through all installed packages for plugins, which no plan has a use for.

    Its environment variable for that comes too late to save the import of importlib.metadata, a tenth of all the time
    `lint` takes. In a pydantic that has no such module nothing changes.
    """
    loader = _NoPlugins("pydantic.plugin._loader")
    sys.modules[loader.__name__] = loader


if __name__ == "__main__":
    run()
