"""JSON Schemas of every file kind, generated from the models, for editors that know them."""
