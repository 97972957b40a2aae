#!/usr/bin/env python3
"""Man pages and shell completion know what the programs know: every command, option and type."""
import re
import subprocess

import lint

CLI = lint.BUILD / 'src/cli/jikenbo-cli'
OPTION = re.compile(r'^ +(?:-[a-zA-Z], )?(--[a-z-]+)', re.M)
COMMAND = re.compile(r'^  ([a-z]+)\s{2,}', re.M)


def ask(program, *arguments):
    return subprocess.run([program, *arguments, '--help'], check=True, capture_output=True, text=True).stdout


def manual(name):
    return (lint.ROOT / 'data/man' / name).read_text(encoding='utf-8').replace('\\-', '-')


def require(words, text, place):
    return ['%s: %s is missing' % (place, word) for word in sorted(words)
            if not re.search(r'(?<![a-z-])%s(?![a-z-])' % re.escape(word), text)]


top = ask(CLI)
commands = set(COMMAND.findall(top.split('Examples:')[0]))
options = set(OPTION.findall(top))
for command in commands:
    options |= set(OPTION.findall(ask(CLI, command)))
words = (lint.ROOT / 'src/core/jkb-words.c').read_text(encoding='utf-8')
types = set(re.findall(r'"([a-z_]+)"', words.split('"unknown", "unauthorized_access"')[1].split('};')[0]))
types.add('unauthorized_access')
faults = require(commands | options | types, manual('jikenbo-cli.1'), 'data/man/jikenbo-cli.1')
for shell in ('bash', 'fish', 'zsh'):
    path = lint.ROOT / ('data/completion/jikenbo-cli.%s' % shell)
    faults += require(types, path.read_text(encoding='utf-8'), path.name)
# The window's own options do not need a display: those that main.c adds stand in the sources.
window = (lint.ROOT / 'src/ui/jkb-application.c').read_text(encoding='utf-8')
names = set(re.findall(r'^  \{ "([a-z-]+)", (?:\'.\'|0), ', window, re.M))
if not names or not commands or len(types) < 12:
    faults.append('the programs have no options, commands or types: is this check out of date?')
faults += require({'--' + name for name in names}, manual('jikenbo.1'), 'data/man/jikenbo.1')
lint.finish(faults)
