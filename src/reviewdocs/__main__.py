"""`python -m reviewdocs`."""

from reviewdocs.cli.start import main

if __name__ == "__main__":
    main()
