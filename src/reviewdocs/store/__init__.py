"""Case folders on disk."""
