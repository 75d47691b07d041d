"""reviewdocs: documents of UK safeguarding reviews, and making them safe to publish."""

import os

__version__ = "0.1.0"

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # a plug-in of this machine could log or send what it validates
