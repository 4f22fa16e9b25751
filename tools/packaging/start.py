"""Where the single-file program starts: as `python -m ecoreport`, and as a worker of its own `-j`."""

import multiprocessing

from ecoreport.cli.start import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # Windows starts a worker by running the program again
    main()
