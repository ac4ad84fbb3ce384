"""What changed in the argument, not in lines: between two texts, two entries, two libraries. Pure."""
