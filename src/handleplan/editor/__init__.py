"""Setting up an editor for a workspace: what Visual Studio Code needs, merged into what is there."""
