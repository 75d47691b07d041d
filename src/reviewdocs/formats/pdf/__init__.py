"""PDFs, read only: what a page shows, what it hides, and everything else that lies in the file."""
