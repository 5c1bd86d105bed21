"""A meeting's folder: which meeting is meant, its papers and their names, what is missing, the cover mail."""
