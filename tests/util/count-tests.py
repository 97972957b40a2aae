#!/usr/bin/env python3
"""Counts the results of a run of `meson test`: one line, N passed, N failed, N skipped.

usage: count-tests.py TESTLOG.json
"""
import json
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP'}


def main(path):
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    with open(path, encoding='utf-8') as log:
        for line in log:
            result = json.loads(line)['result']
            kind = 'passed' if result in PASSED else 'skipped' if result in SKIPPED else 'failed'
            counts[kind] += 1
    print(', '.join('%d %s' % (number, kind) for kind, number in counts.items()))


if __name__ == '__main__':
    main(sys.argv[1])
