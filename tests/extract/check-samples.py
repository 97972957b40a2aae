#!/usr/bin/env python3
"""Reads the sample notices and compares every value with what a person found in them.

usage: check-samples.py JIKENBO-CLI SAMPLES EXPECTED

SAMPLES is data/samples, EXPECTED the folder of NAME.expected.jsonl, one object an item, written by
hand from the text. X_alt lists further readings of field X that a careful person may defend, and
data_items_optional what is neither wanted nor wrong. Each difference is a line: file, field, wanted,
found.
"""
import json
import pathlib
import subprocess
import sys

SET_ASIDE_FIELDS = ('serial', 'is_notice', 'title')
FIELDS = SET_ASIDE_FIELDS + (
    'organisation', 'contractor', 'incident_type', 'circumstances', 'affected_people', 'affected_records',
    'affected_status', 'occurred_from', 'occurred_to', 'discovered', 'announced', 'reported_ppc', 'reported_police',
    'data_items', 'encrypted')


def read(cli, path):
    output = subprocess.run([cli, 'extract', '--format=jsonl', '--with-text', str(path)], check=True,
                            capture_output=True, text=True, encoding='utf-8').stdout
    return [json.loads(line) for line in output.splitlines()]


def is_right(want, got, field):
    if field not in want and field == 'title':
        return True
    if isinstance(got.get(field), list):
        optional = set(want.get(field + '_optional', ())) - set(want[field])
        return sorted(want[field]) == sorted(set(got[field]) - optional)
    return got.get(field) in [want.get(field)] + want.get(field + '_alt', [])


def faults_of(name, wanted, found):
    if len(wanted) != len(found):
        yield '%s: %d items where there are %d' % (name, len(found), len(wanted))
        return
    for want, got in zip(wanted, found):
        for field in FIELDS if want['is_notice'] else SET_ASIDE_FIELDS:
            if not is_right(want, got, field):
                yield '%s: %s: wanted %r, found %r' % (name, field, want.get(field), got.get(field))
        dates = {date['value'] for date in got['dates']}
        for date in want.get('other_dates', ()):
            if date not in dates:
                yield '%s: the date %s is not among dates' % (name, date)
        text = got['text'].encode()
        for field, spans in got['evidence'].items():
            for span in spans:
                if not text[span['begin']:span['end']].decode().strip():
                    yield '%s: %s: a span without words' % (name, field)


def main(cli, samples, expected):
    faults = []
    files = sorted(pathlib.Path(expected).glob('*.expected.jsonl'))
    for path in files:
        stem = path.name[:-len('.expected.jsonl')]
        sample = next(pathlib.Path(samples).glob(stem + '.*'))
        wanted = [json.loads(line) for line in path.open(encoding='utf-8')]
        faults += faults_of(sample.name, wanted, read(cli, sample))
    for fault in faults:
        print(fault)
    return 1 if faults or len(files) < 20 else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
