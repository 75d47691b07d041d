"""`python -m reviewdocs`."""

from reviewdocs.cli.app import main

if __name__ == "__main__":
    main()
