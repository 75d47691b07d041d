"""Files of other formats that Word merges on opening (altChunk): web pages, web archives, rich text, plain text."""
