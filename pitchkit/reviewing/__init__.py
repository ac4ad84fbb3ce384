"""Reviews that break when the text changes: what was read is stamped, and another text has another stamp."""
