#!/usr/bin/env python3
"""What people are told to press is there: keys in the help, the list of keys, README; what bash offers runs."""
import os
import re
import shutil
import subprocess

import lint

KEYS = re.compile(r'\b(?:Ctrl|Alt)(?:\+Shift)?\+(?:[A-Z?][a-z]*|\d)|\bF\d+\b')
# Those that the toolkit brings along.
GIVEN = {'<Control>?'}
NAMES = {'Enter': 'Return'}
OFFER = '''source "$1"
COMP_WORDS=(jikenbo-cli "$2") COMP_CWORD=1
compopt() { :; }
_jikenbo_cli jikenbo-cli
printf '%s\\n' "${COMPREPLY[@]}"'''


def accelerator(key):
    *modifiers, name = key.split('+')
    name = NAMES.get(name, name if len(name) > 1 else name.lower())
    return ''.join('<%s>' % {'Ctrl': 'Control'}.get(modifier, modifier) for modifier in modifiers) + name


def read_accelerators():
    known = set(GIVEN)
    for path in lint.sources('src/ui/*.c'):
        text = path.read_text(encoding='utf-8')
        known |= set(re.findall(r'"((?:<(?:Control|Shift|Alt)>)+\w+|F\d+)"', text))
        known |= {'<Control>' + name for name in re.findall(r'GDK_KEY_(\w+), GDK_CONTROL_MASK,', text)}
    return known


def key_faults(known):
    for name in ('src/ui/jkb-help.c', 'README.md', 'data/man/jikenbo.1'):
        text = (lint.ROOT / name).read_text(encoding='utf-8').replace('\\-', '-')
        for key in sorted(set(KEYS.findall(text))):
            if accelerator(key) not in known:
                yield '%s: %s does nothing' % (name, key)
    if len(known) < 20:
        yield 'the window has few keys: is this check out of date?'


def offered(word):
    path = '%s:%s' % (lint.BUILD / 'src/cli', os.environ['PATH'])
    run = subprocess.run(['bash', '-c', OFFER, 'bash', lint.ROOT / 'data/completion/jikenbo-cli.bash', word],
                         check=True, capture_output=True, text=True, env={**os.environ, 'PATH': path})
    return set(run.stdout.split())


def completion_faults():
    text = subprocess.run([lint.BUILD / 'src/cli/jikenbo-cli', '--help'], check=True, capture_output=True,
                          text=True).stdout
    commands = set(re.findall(r'^  ([a-z]+)\s{2,}', text.split('Examples:')[0], re.M))
    if offered('') != commands:
        yield 'bash offers %s, not the commands' % ' '.join(sorted(offered('')))
    if offered('ex') != {name for name in commands if name.startswith('ex')}:
        yield 'bash offers %s for “ex”' % ' '.join(sorted(offered('ex')))


def main():
    faults = list(key_faults(read_accelerators()))
    if shutil.which('bash'):
        faults += completion_faults()
    lint.finish(faults)


if __name__ == '__main__':
    main()
