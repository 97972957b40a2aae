#!/usr/bin/env python3
"""What people are told to press is there: keys in the help, the list of keys, README; what shells offer runs."""
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


def printed(command):
    path = '%s:%s' % (lint.BUILD / 'src/cli', os.environ['PATH'])
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, 'PATH': path}).stdout


def offered_by_bash(word):
    return set(printed(['bash', '-c', OFFER, 'bash', lint.ROOT / 'data/completion/jikenbo-cli.bash', word]).split())


def offered_by_fish(line):
    text = printed(['fish', '-c', 'source $argv[1]; complete -C $argv[2]', lint.ROOT / 'data/completion/jikenbo-cli.fish', line])
    return {words.split('\t')[0] for words in text.splitlines()}


def expect(shell, line, offered, wanted):
    if offered != wanted:
        yield '%s offers %s for “%s”, not %s' % (shell, ' '.join(sorted(offered)), line, ' '.join(sorted(wanted)))


def completion_faults():
    commands = set(re.findall(r'^  ([a-z]+)\s{2,}', printed(['jikenbo-cli', '--help']).split('Examples:')[0], re.M))
    options = set(re.findall(r'^ +(?:-[a-z], )?(--[a-z-]+=?)', printed(['jikenbo-cli', 'extract', '--help']), re.M))
    some = {name for name in commands if name.startswith('ex')}
    if shutil.which('bash'):
        yield from expect('bash', '', offered_by_bash(''), commands)
        yield from expect('bash', 'ex', offered_by_bash('ex'), some)
    if shutil.which('fish'):
        yield from expect('fish', 'jikenbo-cli ex', offered_by_fish('jikenbo-cli ex'), some)
        yield from expect('fish', 'jikenbo-cli extract --', offered_by_fish('jikenbo-cli extract --'), options)
        yield from expect('fish', 'jikenbo-cli stats --by=', offered_by_fish('jikenbo-cli stats --by='), {'--by=month', '--by=year'})


def main():
    lint.finish([*key_faults(read_accelerators()), *completion_faults()])


if __name__ == '__main__':
    main()
