"""What git remembers of a library: other states of it, and who changed an entry, when and why. The one door to git."""
