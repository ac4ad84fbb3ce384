"""pitchkit builds funding pitches for groupwork from a library of arguments."""

__version__ = "0.1.0"
