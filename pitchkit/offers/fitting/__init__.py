"""The best choice of entries and lengths within the limits of an offer, proven where it can be."""
