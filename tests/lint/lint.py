"""What the checks of this folder share: the files of the project, and how a check ends."""
import pathlib
import sys

ROOT = pathlib.Path(sys.argv[1])
BUILD = pathlib.Path(sys.argv[2])


def sources(*patterns):
    for pattern in patterns:
        yield from sorted(ROOT.glob(pattern))


def finish(faults):
    """Prints every fault and ends with status 1 if there is one."""
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)
