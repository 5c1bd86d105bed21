"""What commands write into a workspace, as text that is checked before any of it reaches the disk."""
