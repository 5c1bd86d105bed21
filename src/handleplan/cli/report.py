"""``handleplan report``: a paper."""
