"""From approved documents to a published bundle, and whether a bundle is still what was published."""
