"""`python -m ecoreport` is the same program as `ecoreport`."""

from ecoreport.cli.start import main

if __name__ == "__main__":
    main()
