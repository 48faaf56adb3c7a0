"""Runs a command and writes what the kernel counted of it, as JSON: measured.py FILE COMMAND [ARG ...]

A small process of its own, because a child's peak memory starts with that of the process it is forked from.
"""

import json
import os
import sys
import time

_, result_file, *command = sys.argv
started = time.monotonic()
child = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(child, 0)
result = {
    "seconds": time.monotonic() - started,
    "peakBytes": usage.ru_maxrss * 1024,
    "exitCode": os.waitstatus_to_exitcode(status),
}
with open(result_file, "w") as file:
    json.dump(result, file)
