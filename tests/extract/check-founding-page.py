#!/usr/bin/env python3
"""Reads the page that Jikenbo grew from and compares every value with what a person found in it.

usage: check-founding-page.py JIKENBO-CLI

The page is a third party's text and not part of the project: $JIKENBO_NOTICES_DIR names the folder
that holds founding-page.txt and founding-page.expected.jsonl; without it the test skips itself.
"""
import json
import os
import pathlib
import subprocess
import sys

SKIPPED = 77
FIELDS = ('organisation', 'incident_type', 'circumstances', 'affected_people', 'affected_records', 'affected_status',
          'occurred_from', 'occurred_to', 'discovered', 'announced', 'reported_ppc', 'reported_police', 'data_items',
          'encrypted')
# Where the expected file says in its notes that two readings are right.
ACCEPTED = {
    ('2024-027', 'occurred_from'): {None}, ('2024-027', 'discovered'): {None},
    ('2024-026', 'occurred_from'): {None}, ('2024-026', 'discovered'): {None},
    ('2024-026', 'affected_status'): {'confirmed'},
}
OPTIONAL_ITEMS = {'2024-025': {'address', 'employment'}}


def differs(want, got, field):
    serial = want['serial']
    if field == 'data_items':
        optional = OPTIONAL_ITEMS.get(serial, set())
        return set(want[field]) - optional != set(got[field]) - optional
    if field == 'circumstances':
        return set(want[field]) != set(got[field])
    if want.get(field) == got.get(field):
        return False
    return got.get(field) not in ACCEPTED.get((serial, field), ())


def faults_of_item(want, got):
    name = want['serial'] or want.get('title')
    if want['is_notice'] != got['is_notice']:
        yield '%s: is_notice is %s' % (name, got['is_notice'])
        return
    if not want['is_notice']:
        if not got.get('set_aside_reason'):
            yield '%s: set aside without a reason' % name
        return
    for field in FIELDS:
        if differs(want, got, field):
            yield '%s: %s: wanted %r, got %r' % (name, field, want.get(field), got.get(field))
    if want.get('contractor') and want['contractor'] != got.get('contractor'):
        yield '%s: contractor: wanted %r, got %r' % (name, want['contractor'], got.get('contractor'))
    if got.get('occurred_from') is None and got.get('discovered') is None:
        yield '%s: neither occurred_from nor discovered' % name
    dates = {date['value'] for date in got['dates']}
    for date in want['other_dates']:
        if date not in dates:
            yield '%s: the date %s is not among dates' % (name, date)


def faults_of_spans(got):
    """A span lies within the text, between characters, and holds words."""
    text = got['text'].encode()
    spans = [(field, span) for field, found in got['evidence'].items() for span in found]
    spans += [('counts', span) for span in got['counts']] + [('dates', span) for span in got['dates']]
    for field, span in spans:
        begin, end = span['begin'], span['end']
        try:
            words = text[begin:end].decode()
        except UnicodeDecodeError:
            words = ''
        if not (0 <= begin < end <= len(text)) or not words.strip():
            yield '%s: %s: span %d-%d holds no words' % (got['serial'], field, begin, end)


def main(cli):
    folder = os.environ.get('JIKENBO_NOTICES_DIR')
    if not folder:
        print('JIKENBO_NOTICES_DIR is not set')
        return SKIPPED
    page = pathlib.Path(folder) / 'founding-page.txt'
    expected = [json.loads(line) for line in (pathlib.Path(folder) / 'founding-page.expected.jsonl').open(encoding='utf-8')]
    output = subprocess.run([cli, 'extract', '--format=jsonl', '--with-text', str(page)], check=True,
                            capture_output=True, text=True).stdout
    found = [json.loads(line) for line in output.splitlines()]
    faults = []
    if len(found) != len(expected):
        faults.append('%d items where there are %d: %s' % (len(found), len(expected), [i['title'] for i in found]))
    by_serial = {item['serial']: item for item in found}
    for want in expected:
        got = by_serial.get(want['serial'])
        if got is None:
            faults.append('%s: not found' % (want['serial'] or want['title']))
        else:
            faults += faults_of_item(want, got)
    faults += [fault for item in found for fault in faults_of_spans(item)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
