"""Documents that follow what they are made from: what changed, which documents that touches, and the files that differ."""
