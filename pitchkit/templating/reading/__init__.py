"""Templates read and not rendered: as trees in which everything has its place, and what they ask for that is not there."""
