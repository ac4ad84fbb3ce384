"""What keeps an offer from being sent, and what deserves a second look. Every gate looks at one thing and tells its place."""
