"""What a text claims: how firmly, with which figures, on which recognition, and of which time. Pure; knows no entries."""
