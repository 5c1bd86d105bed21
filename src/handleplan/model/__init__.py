"""The pydantic models of every file kind: what may stand in a workspace, and the values it is read into."""
