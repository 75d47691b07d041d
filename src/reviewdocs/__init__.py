"""reviewdocs: documents of UK safeguarding reviews, and making them safe to publish."""

__version__ = "0.1.0"
