#!/usr/bin/env python3
"""Counts the results of a run of `meson test`: one line, N passed, N failed, N skipped, and before it the
names of those that were skipped.

usage: count-tests.py TESTLOG.json
       count-tests.py --failed TESTLOG.json

With --failed: the names of the tests that failed, on one line of standard output, and the ends of what the
first of them said on standard error.
"""
import json
import re
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP'}
LINES = 40              # of what a failed test said
LOGS = 8                # tests of which the end of the log is shown
QUIET = re.compile(r'^(ok \d|# (Start|End) of |# random seed|TAP version|1\.\.\d|\s*$)')


def read(path):
    with open(path, encoding='utf-8', errors='replace') as log:
        return [json.loads(line) for line in log]


def name_of(test):
    """A test's name without its project and suites."""
    return test['name'].rsplit(' / ', 1)[-1].rsplit(':', 1)[-1]


def kind_of(test):
    result = test['result']
    return 'passed' if result in PASSED else 'skipped' if result in SKIPPED else 'failed'


def count(tests):
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    skipped = []
    for test in tests:
        counts[kind_of(test)] += 1
        if kind_of(test) == 'skipped':
            skipped.append(name_of(test))
    if skipped:
        print('skipped:', ' '.join(skipped))
    print(', '.join('%d %s' % (number, kind) for kind, number in counts.items()))


def show_failed(tests):
    failed = [test for test in tests if kind_of(test) == 'failed']
    for test in failed[:LOGS]:
        print('\n---- %s: %s after %.1f s, status %s'
              % (name_of(test), test['result'], test['duration'], test['returncode']), file=sys.stderr)
        for stream in 'stdout', 'stderr':
            said = [line for line in test.get(stream, '').splitlines() if not QUIET.match(line)]
            for line in said[-LINES:]:
                print(line, file=sys.stderr)
    print(' '.join(name_of(test) for test in failed))


def main(arguments):
    if arguments[0] == '--failed':
        show_failed(read(arguments[1]))
    else:
        count(read(arguments[0]))


if __name__ == '__main__':
    main(sys.argv[1:])
