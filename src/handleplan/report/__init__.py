"""Papers: the finished views that templates print, how they are built, and the rendering of prose."""
